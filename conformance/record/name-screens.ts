import { edgesOf, screenOf } from '../../machines/model/edges.ts'
import { pressable, type Screen } from '../../machines/model/screen.ts'
import type { Naming, ScreenNamings } from '../init/name.ts'
import { type Override, overrideOf, type Place } from '../targets/overrides.ts'
import type { Known, Taken } from './explain-turn.ts'
import { isCalled } from './resemblance.ts'
import { isSamePage, type PageSeen, type Turn } from './seen.ts'
import type { Understanding } from './understand.ts'

/** Names to be shown to a person who reads the profile. */
const MOST_OTHERS = 5
const LONGEST = 80

/** Whether a name can be somebody's own: an address, a number, a whole text. It is written nowhere. */
export const isPersonal = (name: string): boolean => /\S@\S|\d{4,}/.test(name) || name.length > LONGEST

/** The heading by which a page is recognised: the one that the fewest pages of the walk have. */
export function headingOf(page: PageSeen, turns: readonly Turn[]): string | undefined {
  if (page.mail !== undefined) return page.mail
  const pages = new Set(turns.map(({ after }) => JSON.stringify(after.headings)))
  const count = (heading: string) => [...pages].filter((one) => one.includes(JSON.stringify(heading))).length
  return page.headings.toSorted((a, b) => count(a) - count(b))[0]
}

/**
 * What the screens of a walk are called otherwise than documented, in the order of the walk. What the profile says already is not
 * said again.
 */
export function nameScreens(
  known: Known,
  { taken, moment }: Understanding,
  turns: readonly Turn[],
): ScreenNamings[] {
  const named = new Map<string, Naming[]>()
  const add = (screen: string, namings: readonly Naming[]) => {
    const before = named.get(screen) ?? []
    const isNew = (one: Naming) =>
      !before.some(({ part, documented }) => part === one.part && documented === one.documented)
    named.set(screen, [...before, ...namings.filter(isNew)])
  }
  const pages = new Map<string, PageSeen>()
  for (const one of taken) {
    // The words of a mail that was opened elsewhere are not known.
    if (!one.page || (one.spec.at === 'mail' && one.page.mail === undefined)) continue
    pages.set(one.screen, one.page)
    add(one.screen, usedNames(known, one, one.page))
  }
  const last = taken.at(-1)
  // The window may be closed before the page that a press leads to is there.
  const isEndSeen = last?.after && !(last.page && isSamePage(last.page, last.after))
  if (last?.after && isEndSeen && !pages.has(moment.screen)) pages.set(moment.screen, last.after)
  for (const [screen, page] of pages) {
    const here = taken.filter((one) => one.screen === screen)
    add(screen, restOf(known, screen, page, turns, here))
  }
  return [...named].flatMap(([screen, namings]) => (namings.length > 0 ? [{ screen, namings }] : []))
}

/** What was used on a screen. */
function usedNames(known: Known, one: Taken, page: PageSeen): Naming[] {
  const { spec, screen: id, fields, pressed, after } = one
  const { labels = {} } = hereOf(known, id)
  const used: Naming[] = []
  const say = (part: Naming['part'], documented: string, said: Pick<Naming, 'name' | 'unneeded'>) =>
    used.push({ part, documented, guessed: false, others: [], ...said })
  for (const [label, seen] of Object.entries(fields)) {
    if (isSaid(labels[label])) continue
    if (!seen) say('field', label, { name: undefined, unneeded: 'the page does not ask for it' })
    else if (seen.name !== '' && !isCalled(label, labels[label], seen.name))
      say('field', label, { name: seen.name })
  }
  const { press } = spec
  if (press !== undefined && !isSaid(labels[press])) {
    const part = pressed?.kind ?? 'button'
    if (pressed && !isCalled(press, labels[press], pressed.name))
      say(part, press, { name: isPersonal(pressed.name) || pressed.name === '' ? undefined : pressed.name })
    else if (!pressed && (after || isPassedOver(page, press, labels[press])))
      say('button', press, { name: undefined, unneeded: 'the page goes on without it' })
  }
  return used
}

/** Whether the profile says that it is somewhere without words, or nowhere. */
const isSaid = (here: Place) => here !== undefined && typeof here !== 'string'

const isPassedOver = ({ buttons, links }: PageSeen, press: string, here: Place) =>
  ![...buttons, ...links].some((name) => isCalled(press, here, name))

/** The heading of a page, and what the documentation has there that nobody has used and is not there. */
function restOf(
  known: Known,
  id: string,
  page: PageSeen,
  turns: readonly Turn[],
  taken: readonly Taken[],
): Naming[] {
  const used = taken.flatMap(({ spec, fields }) => [
    ...Object.keys(fields),
    ...(spec.press ? [spec.press] : []),
  ])
  const pressed = taken.find((one) => one.pressed)?.pressed?.name
  const screen = known.pack.screens[id]
  if (!screen || screen.words === 'any' || (screen.kind === 'mail') !== (page.mail !== undefined)) return []
  const here = hereOf(known, id)
  const clickable = [...page.buttons, ...page.links]
  const open = pressable(screen).filter(
    (label) =>
      !used.includes(label) &&
      !isSaid(here.labels?.[label]) &&
      !clickable.some((name) => isCalled(label, here.labels?.[label], name)),
  )
  const others = othersOn(clickable, screen, here).filter((name) => name !== pressed)
  const partOf = (label: string) => ((screen.buttons ?? []).includes(label) ? 'button' : 'link')
  /** The only other one of its kind on the page, for the only documented one that is not there. */
  const onlyFor = (label: string) => {
    const alike = open.filter((one) => partOf(one) === partOf(label))
    const [first, ...more] = partOf(label) === 'button' ? page.buttons : page.links
    const is = first !== undefined && others.includes(first) && new Set([first, ...more]).size === 1
    return is && alike.length === 1 ? first : undefined
  }
  return [
    ...headingNaming(screen, page, here, turns),
    ...open.map((label): Naming => {
      const naming: Naming = {
        part: partOf(label),
        documented: label,
        name: undefined,
        guessed: false,
        others,
      }
      const only = onlyFor(label)
      if (page.mail === undefined) return only ? { ...naming, name: only, guessed: true, others: [] } : naming
      // A mail shows all that it has, and often one link where the documentation has a button and a link.
      return leadsAlike(known, id, label, used)
        ? { ...naming, name: pressed }
        : { ...naming, absent: 'the mail has no such link' }
    }),
  ]
}

function headingNaming(
  screen: Screen,
  page: PageSeen,
  { heading: here }: Override,
  turns: readonly Turn[],
): Naming[] {
  if (here === false || isSaid(here)) return []
  const names = page.mail === undefined ? page.headings : [page.mail]
  if (names.some((name) => isCalled(screen.heading, here, name))) return []
  const found = headingOf(page, turns)
  const recognisable = [...(screen.fields ?? []), ...(screen.buttons ?? [])].length > 0
  const name = found === undefined ? (recognisable ? (false as const) : undefined) : found
  return [
    {
      part: 'heading',
      documented: screen.heading,
      name: typeof name === 'string' && isPersonal(name) ? undefined : name,
      guessed: false,
      others: [],
    },
  ]
}

const othersOn = (names: readonly string[], screen: Screen, { labels = {} }: Override) =>
  [...new Set(names)]
    .filter(
      (name) => !isPersonal(name) && !pressable(screen).some((label) => isCalled(label, labels[label], name)),
    )
    .slice(0, MOST_OTHERS)

/** Whether something documented leads where that leads which was used in its place. */
function leadsAlike({ flow }: Known, screen: string, label: string, used: readonly string[]): boolean {
  const targetsOf = (labels: readonly string[]) =>
    edgesAt(flow, screen).flatMap(({ event, source, target }) =>
      labels.includes(flow.events[event]?.press ?? '') ? [`${source} ${target}`] : [],
    )
  const others = targetsOf(used)
  return targetsOf([label]).some((one) => others.includes(one))
}

const edgesAt = (flow: Known['flow'], screen: string) =>
  edgesOf(flow).filter(({ source }) => screenOf(flow, source) === screen)

const hereOf = ({ overrides, flow }: Known, screen: string) =>
  overrideOf(overrides, screen, { flow: flow.id })
