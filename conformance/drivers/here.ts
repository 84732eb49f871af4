import type { Page } from '@playwright/test'
import { type Screen, type ScreenId, screens } from '../../machines/screens.ts'
import { type Absent, type Element, isAbsent, type Look, type Looks } from '../targets/looks.ts'
import { fill, press } from './form.ts'
import { nearness } from './label.ts'
import { passBetween } from './pass-between.ts'
import { look, type Sight } from './sight.ts'
import { wayOf } from './way.ts'
import type { World } from './world.ts'

const ids = new Map(Object.entries(screens).map(([id, screen]) => [screen, id as ScreenId]))

/** How the screen differs at the target. */
export function lookOf({ target }: Pick<World, 'target'>, screen: Screen): Look {
  const id = ids.get(screen)
  return (id && target.looks?.[id]) ?? {}
}

/** The documented words by which mails of this subject are known at a target: those of the profile, else the subject itself. */
export function subjectsHere(looks: Looks | undefined, subject: string): string[] {
  const own = Object.entries(screens).flatMap(([id, { heading }]) => {
    const here = id.endsWith('-mail') && heading === subject ? looks?.[id as ScreenId]?.heading : undefined
    return typeof here === 'string' ? [here] : []
  })
  return own.length > 0 ? own : [subject]
}

/** Types into the documented field, or chooses in the documented list, wherever that is at the target. */
export async function fillHere(world: World, screen: Screen, label: string, value: string): Promise<void> {
  const here = partOf(world, screen, label)
  if (isAbsent(here)) return doWithout(world, world.page, label, here)
  world.noteWording(label, await fill(world.page, label, value, world.patience, searchFor(world, here)))
}

/** Presses the documented button or link, wherever that is at the target. */
export async function pressHere(
  world: World,
  screen: Screen,
  label: string,
  page: Page = world.page,
): Promise<void> {
  const here = partOf(world, screen, label)
  if (isAbsent(here)) return doWithout(world, page, label, here)
  const search = searchFor(world, here, page)
  world.seen = undefined
  world.noteWording(label, await press(page, label, world.patience, search))
}

const searchFor = (world: World, here: Element | undefined, page: Page = world.page) => ({
  here,
  seen: page === world.page && page.url() === world.seen?.url ? world.seen : undefined,
  passBetween: (sight: Sight) => passBetween(world, sight, page),
})

/** What is not there is an accepted difference, and a note where it is there after all. */
async function doWithout(world: World, page: Page, label: string, { absent, instead }: Absent) {
  const { fields, buttons, links } = await look(page)
  const alike = [...fields, ...buttons, ...links].filter((name) => {
    const near = nearness(label, name)
    return near === 'same' || near === 'written-alike'
  })
  if (alike.length > 0) world.notes.add(`“${label}” is there, although the profile says that it is not`)
  world.accepted.add(`There is no “${label}”: ${absent}`)
  await instead?.(page, wayOf(world))
  if (instead) await world.settling.settled(world.patience)
}

/** Whether the profile says that the target has no such field, button or link there. */
export const lacks = (world: Pick<World, 'target'>, screen: Screen, label: string): boolean =>
  whyAbsent(world, screen, label) !== undefined

/** Whether the target sends no such mail: everything that the documentation shows in it is not there. */
export function isNoMail(world: Pick<World, 'target'>, mail: Screen): boolean {
  const { buttons = [], links = [] } = mail
  return [...buttons, ...links].every((label) => lacks(world, mail, label))
}

/** Why the target does without a field, a button or a link. */
export function whyAbsent(world: Pick<World, 'target'>, screen: Screen, label: string): string | undefined {
  const here = partOf(world, screen, label)
  return isAbsent(here) ? here.absent : undefined
}

/** What stands for a field, a button or a link; on a screen that is not there nothing does. */
function partOf(world: Pick<World, 'target'>, screen: Screen, label: string): Element | Absent | undefined {
  const { absent, labels = {} } = lookOf(world, screen)
  return absent === undefined ? labels[label] : { absent }
}

/** The message as it is worded at the target. */
export function messageHere(world: Pick<World, 'target'>, screen: Screen, shows: string): string | RegExp {
  return lookOf(world, screen).messages?.[shows] ?? shows
}

/** What the documented labels are called at the target; what has no words there is left out. */
export function namesHere(world: Pick<World, 'target'>, screen: Screen, labels: string[]): string[] {
  const { labels: here = {} } = lookOf(world, screen)
  return labels.flatMap((label) => {
    const own: Element | Absent | undefined = here[label]
    if (own === undefined) return [label]
    return typeof own === 'string' ? [own] : []
  })
}
