import type { Observation } from './driver.ts'
import { nearest } from './label.ts'
import { openMail } from './mail.ts'
import { look } from './sight.ts'

/** A screen is recognised by its heading, its fields and its first button; whatever else it has may be reached otherwise. */
export const seeScreen: Observation = async (
  { page },
  { heading, fields = [], buttons = [], links = [] },
) => {
  const sight = await look(page)
  const clickable = [...sight.buttons, ...sight.links]
  const [first, ...others] = buttons
  const labels = fields.map(({ label }) => label)
  return {
    sight,
    missing: [
      ...absent([heading], sight.headings, 'the heading'),
      ...absent(labels, sight.fields, 'the field'),
      ...absent(first ? [first] : [], clickable, 'the button'),
    ],
    lacking: [...absent(others, clickable, 'the button'), ...absent(links, clickable, 'the link')],
  }
}

/** The newest mail that has the screen's heading for its subject has its buttons and links; it stays open in the tab. */
export const seeMail: Observation = async (world, { heading, buttons = [], links = [] }) => {
  const { subject } = await openMail(world, heading)
  const sight = { ...(await look(world.page)), headings: [subject] }
  const clickable = [...sight.buttons, ...sight.links]
  return {
    sight,
    missing: absent([...buttons, ...links], clickable, 'in the mail the link'),
    lacking: [],
  }
}

function absent(wanted: string[], there: string[], called: string) {
  return wanted.filter((label) => !nearest(label, there)).map((label) => `${called} “${label}”`)
}
