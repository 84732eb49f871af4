import { isAbsent, type Look } from '../targets/looks.ts'
import type { Observation } from './driver.ts'
import { inWords, isThere } from './element.ts'
import { isNoMail, lookOf } from './here.ts'
import { openMail } from './mail.ts'
import { look } from './sight.ts'
import type { World } from './world.ts'

/**
 * A screen is recognised by its heading, its fields and its first button; whatever else it has may be reached otherwise. Where
 * the profile says that one of them is not there, it is not looked for; where it says so of the whole screen, people are taken to be
 * beyond it.
 */
export const seeScreen: Observation = async (world, screen) => {
  const { heading, fields = [], buttons = [], links = [] } = screen
  const sight = await look(world.page)
  const clickable = [...sight.buttons, ...sight.links]
  const [first, ...others] = buttons
  const labels = fields.map(({ label }) => label)
  const { absent: absentHere, heading: headingHere, labels: here = {} } = lookOf(world, screen)
  if (absentHere !== undefined) {
    world.accepted.add(`There is no screen “${heading}”: ${absentHere}`)
    return { sight, missing: [], lacking: [] }
  }
  const headings = headingHere === false ? [] : [heading]
  const absent = (wanted: string[], there: string[], called: string) =>
    lacks(world, wanted, here, there, called)
  const missing = [
    ...(await lacks(
      world,
      headings,
      headingHere ? { [heading]: headingHere } : {},
      sight.headings,
      'the heading',
    )),
    ...(await absent(labels, sight.fields, 'the field')),
    ...(await absent(first ? [first] : [], clickable, 'the button')),
  ]
  if (missing.length === 0 && typeof headingHere === 'string') world.noteWording(heading, headingHere)
  return {
    sight,
    missing,
    lacking: [
      ...(await absent(others, clickable, 'the button')),
      ...(await absent(links, clickable, 'the link')),
    ],
  }
}

/** The newest mail that has the screen's heading for its subject has its buttons and links; it stays open in the tab. A mail that the
 * target does not send is not looked for. */
export const seeMail: Observation = async (world, screen) => {
  const { heading, buttons = [], links = [] } = screen
  if (isNoMail(world, screen)) return { sight: await look(world.page), missing: [], lacking: [] }
  const { subject } = await openMail(world, heading)
  const sight = { ...(await look(world.page)), headings: [subject] }
  const { labels: here = {} } = lookOf(world, screen)
  const clickable = [...sight.buttons, ...sight.links]
  return {
    sight,
    missing: await lacks(world, [...buttons, ...links], here, clickable, 'in the mail the link'),
    lacking: [],
  }
}

/** What of the wanted is not there, in words; `here` says where it is at the target. */
async function lacks(
  { page }: World,
  wanted: string[],
  here: NonNullable<Look['labels']>,
  names: string[],
  called: string,
): Promise<string[]> {
  const missing: string[] = []
  for (const label of wanted) {
    const element = here[label]
    if (isAbsent(element) || (await isThere(page, element ?? label, names))) continue
    missing.push(`${called} ${inWords(label, element)}`)
  }
  return missing
}
