import type { Observation } from './driver.ts'
import { nearest } from './label.ts'
import { openNewestMail } from './mail.ts'
import { look } from './sight.ts'

/** The screen's heading, fields, buttons and links are on the page. */
export const seeScreen: Observation = async (
  { page },
  { heading, fields = [], buttons = [], links = [] },
) => {
  const sight = await look(page)
  const clickable = [...sight.buttons, ...sight.links]
  const missing = [
    ...absent([heading], sight.headings, 'the heading'),
    ...absent(
      fields.map(({ label }) => label),
      sight.fields,
      'the field',
    ),
    ...absent(buttons, clickable, 'the button'),
    ...absent(links, clickable, 'the link'),
  ]
  return { sight, missing }
}

/** The newest mail has the screen's heading for its subject, and its buttons and links; it stays open in the tab. */
export const seeMail: Observation = async (world, { heading, buttons = [], links = [] }) => {
  const { subject } = await openNewestMail(world)
  const sight = { ...(await look(world.page)), headings: [subject] }
  const clickable = [...sight.buttons, ...sight.links]
  const missing = [
    ...absent([heading], [subject], 'a mail with the subject'),
    ...absent([...buttons, ...links], clickable, 'in the mail the link'),
  ]
  return { sight, missing }
}

function absent(wanted: string[], there: string[], called: string) {
  return wanted.filter((label) => !nearest(label, there)).map((label) => `${called} “${label}”`)
}
