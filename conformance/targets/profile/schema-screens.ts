import { z } from 'zod'
import { flows } from '../../../machines/index.ts'
import { type ScreenId, screens } from '../../../machines/screens.ts'
import { edgesOf, screenOf } from '../../../machines/trace.ts'
import { fn, must, object, text } from './schema-parts.ts'

const words = z.union([text, z.instanceof(RegExp)], must('a text or a regular expression'))

const located = [
  object({ role: text, name: words.optional() }),
  object({ label: words }),
  object({ placeholder: words }),
  object({ testId: words }),
  fn('(page) => Locator'),
] as const

const forms = '{ role, name }, { label }, { placeholder }, { testId } or a function (page) => Locator'
const element = z.union([text, ...located], must(`the words that it has here, ${forms}`))

const part = z.union(
  [text, ...located, object({ absent: text, instead: fn('async (page, way) => …').optional() })],
  must(`the words that it has here, ${forms}, or { absent: "why that is accepted" } where there is none`),
)

/** What is filled, pressed and shown on each screen, over all flows. */
const used = new Map<ScreenId, { labels: Set<string>; messages: Set<string> }>()
const on = (id: ScreenId) => {
  const known = used.get(id) ?? { labels: new Set(), messages: new Set() }
  used.set(id, known)
  return known
}
for (const flow of flows)
  for (const { source, target, event, meta } of edgesOf(flow)) {
    const { at, fill = {}, press } = flow.events[event] ?? {}
    if (at === 'screen' || at === 'key')
      for (const label of [...Object.keys(fill), ...(press ? [press] : [])])
        on(screenOf(flow, source)).labels.add(label)
    if (meta.shows) on(screenOf(flow, target)).messages.add(meta.shows)
  }

const optional = <T extends z.ZodType>(names: Iterable<string>, schema: T) =>
  Object.fromEntries([...names].map((name) => [name, schema.optional()]))

function lookOf(id: ScreenId) {
  const { fields = [], buttons = [], links = [] } = screens[id]
  const { labels, messages } = on(id)
  for (const label of [...fields.map(({ label }) => label), ...buttons, ...links]) labels.add(label)
  const recognisable = fields.length + buttons.length > 0
  const heading = id.endsWith('-mail')
    ? text
    : z.union(
        recognisable ? [element, z.literal(false)] : [element],
        must(
          `the heading that it has here, ${forms}${recognisable ? ', or false where it has none' : '; without any it could not be recognised'}`,
        ),
      )
  return object({
    absent: text.optional(),
    heading: heading.optional(),
    labels: object(optional(labels, part)).optional(),
    messages: object(optional(messages, words)).optional(),
  })
}

export const looks = object(
  Object.fromEntries(Object.keys(screens).map((id) => [id, lookOf(id as ScreenId).optional()])),
)

export const interlude = object({
  when: element,
  press: element.optional(),
  pass: fn('async (page, way) => …').optional(),
}).refine(({ press, pass }) => press !== undefined || pass !== undefined, {
  error: 'a screen with a way past it: add press: "No", or pass: async (page, way) => …',
})
