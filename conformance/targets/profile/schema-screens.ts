import { z } from 'zod'
import { edgesOf, screenOf } from '../../../machines/model/edges.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import { pressable, type Screen } from '../../../machines/model/screen.ts'
import { showsScreen } from '../../packs/shows-screen.ts'
import { element, located, SAID_AS, texts } from './schema-element.ts'
import { fn, must, object, text } from './schema-parts.ts'

/** A message here. */
const one = [
  text,
  z.instanceof(RegExp),
  object({ disabled: text }),
  object({ silent: text }),
  fn('async (page) => true or false'),
]
const message = z.union(
  [...one, z.array(z.union(one)).min(1)],
  must(
    'a text, a regular expression, a function async (page) => true or false, { disabled: "why" } where the button stays disabled instead, or { silent: "why" } where nothing is said, or a list of these',
  ),
)

const part = z.union(
  [
    text,
    texts,
    ...located,
    object({ absent: text, instead: fn('async (page, way) => …').optional() }),
    object({ unneeded: text }),
    object({ login: element }),
  ],
  must(
    `the words that it has here, ${SAID_AS}, { absent: "why that is accepted" } if it has none, { unneeded: "why" } if the product does it by itself, or { login: … } around one of these if people type their login name there`,
  ),
)

const optional = <T extends z.ZodType>(names: Iterable<string>, schema: T) =>
  Object.fromEntries([...names].map((name) => [name, schema.optional()]))

/** What is filled, pressed and shown on a screen. */
interface Used {
  labels: Set<string>
  messages: Set<string>
}

/** What the flows of a pack use, by the id of the screen. */
export function usedBy({ flows, screens }: Pick<Pack, 'flows' | 'screens'>): Map<string, Used> {
  const used = new Map<string, Used>(
    Object.entries(screens).map(([id, screen]) => [
      id,
      {
        labels: new Set([...(screen.fields ?? []).map(({ label }) => label), ...pressable(screen)]),
        messages: new Set(),
      },
    ]),
  )
  for (const flow of flows)
    for (const { source, target, event, meta } of edgesOf(flow)) {
      const { at, fill = {}, press } = flow.events[event] ?? {}
      if (at === 'screen' || at === 'key')
        for (const label of [...Object.keys(fill), ...(press ? [press] : [])])
          used.get(screenOf(flow, source))?.labels.add(label)
      if (meta.shows) used.get(screenOf(flow, target))?.messages.add(meta.shows)
    }
  return used
}

function overrideOf({ kind, fields = [], buttons = [] }: Screen, { labels, messages }: Used) {
  const recognisable = fields.length + buttons.length > 0
  const heading =
    kind === 'mail'
      ? text
      : z.union(
          recognisable ? [element, z.literal(false)] : [element],
          must(
            `the heading that it has here, ${SAID_AS}${recognisable ? ', or false where it has none' : '; without any it could not be recognised'}`,
          ),
        )
  return object({
    absent: text.optional(),
    signedIn: text.optional(),
    open: z.union([text, fn('async (page, way) => …')], must('an address or a function')).optional(),
    heading: heading.optional(),
    labels: object(optional(labels, part)).optional(),
    fields: z
      .array(
        object({ field: element, value: z.union([text, fn('(way) => text')], must('a text or a function')) }),
        must('a list of fields: [{ field: "Company", value: "Example" }]'),
      )
      .optional(),
    messages: object(optional(messages, message)).optional(),
  })
}

/** How the screens of these packs may differ: everywhere, in a flow, or with one of its givens. */
export const overridesOf = (packs: readonly Pack[]) => {
  const general = packs.flatMap((pack) => [...usedBy(pack)].map(([id, used]) => ({ pack, id, used })))
  const shape = general.flatMap(({ pack, id, used }): [string, z.ZodType][] => {
    const screen = pack.screens[id]
    if (!screen) return []
    const override = overrideOf(screen, used).optional()
    return [id, ...placesOf(pack, id)].map((key) => [key, override])
  })
  return object(
    Object.fromEntries(shape),
    `choose among ${general.map(({ id }) => id).join(', ')}, with "<flow>/" or "<flow>/<given>/" before it where it differs there only and that flow shows it`,
  )
}

/** The flows that show a screen, and their givens, as keys. */
function placesOf({ flows }: Pack, screen: string): string[] {
  return flows
    .filter((flow) => showsScreen(flow, screen))
    .flatMap((flow) => [
      `${flow.id}/${screen}`,
      ...Object.keys(flow.givens).map((given) => `${flow.id}/${given}/${screen}`),
    ])
}

export const interlude = object({
  when: element,
  press: element.optional(),
  pass: fn('async (page, way) => …').optional(),
}).refine(({ press, pass }) => press !== undefined || pass !== undefined, {
  error: 'a screen with a way past it: add press: "No", or pass: async (page, way) => …',
})
