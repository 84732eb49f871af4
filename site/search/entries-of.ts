import { type Edge, edgesOf, screenOf, statesOf } from '../../machines/model/edges.ts'
import type { Flow } from '../../machines/model/flow.ts'
import type { Pack } from '../../machines/model/pack.ts'
import { pressable, type Screen } from '../../machines/model/screen.ts'
import { terms } from '../glossary/terms.ts'
import { messageOf } from '../simulator/model/seen.ts'
import { beginning, writeAddress } from '../simulator/walk/address.ts'
import { type Destination, wayTo } from '../simulator/walk/way-to.ts'
import type { Entry } from './entry.ts'

/** The documented step, or else the event, by which a transition is named. */
function nameOf(flow: Flow, { event, meta }: Edge): string {
  const label = flow.events[event]?.label ?? event
  return 'step' in meta ? `Step ${meta.step.slice(meta.step.lastIndexOf('.') + 1)}: ${label}` : label
}

/** What a screen can be found by, besides its heading. */
const labelsOf = (screen: Screen): string[] => [
  ...(screen.fields ?? []).map(({ label }) => label),
  ...pressable(screen),
  ...Object.keys(screen.shows ?? {}),
]

/** All that can be found in a flow, each with the address of the moment where it is seen. */
export function entriesOf(pack: Pack, flow: Flow, page: string): Entry[] {
  const start = beginning(flow)
  const momentOf = (destination: Destination) => {
    const way = wayTo(flow, destination, start.given)
    return page + (way ? writeAddress(flow, { ...start, ...way, at: way.walk.length }) : '')
  }
  const edges = edgesOf(flow)
  const where = (detail: string) => `${flow.title} · ${detail}`
  const steps = Object.entries(flow.steps).map(([number, text]) => ({
    kind: 'step' as const,
    text,
    where: where(`Step ${number}`),
    href: momentOf({ step: Number(number) }),
  }))
  const screens = statesOf(flow).map((state) => {
    const led = edges.find(({ source, target }) => target === state && source !== state)
    const screen = pack.screens[screenOf(flow, state)]
    const { heading = state } = screen ?? {}
    const by = led ? nameOf(flow, led) : 'The beginning'
    const labels = screen && labelsOf(screen)
    return { kind: 'screen' as const, text: heading, where: where(by), href: momentOf({ state }), labels }
  })
  const messages = edges.flatMap((edge) => {
    const { shows } = edge.meta
    if (shows === undefined) return []
    const text = messageOf(pack, screenOf(flow, edge.target), shows)
    return [
      { kind: 'message' as const, text, where: where(nameOf(flow, edge)), href: momentOf({ edge: edge.id }) },
    ]
  })
  const clauses = edges.flatMap((edge) =>
    'standard' in edge.meta
      ? [
          {
            kind: 'clause' as const,
            text: edge.meta.standard,
            where: where(nameOf(flow, edge)),
            href: momentOf({ edge: edge.id }),
          },
        ]
      : [],
  )
  const gaps = flow.gaps.map(({ id, step, title }) => ({
    kind: 'gap' as const,
    text: title,
    where: where(step ? `Step ${step.slice(step.lastIndexOf('.') + 1)}` : 'the whole procedure'),
    href: `${page}#${id}`,
  }))
  const title: Entry = { kind: 'flow', text: flow.title, where: pack.title, href: page }
  return [title, ...steps, ...distinct([...screens, ...messages, ...clauses]), ...gaps]
}

/** One entry for each text and each event that leads to it. */
function distinct(entries: Entry[]): Entry[] {
  const keyOf = ({ kind, text, where }: Entry) => `${kind} ${text} ${where}`
  return [...new Map(entries.toReversed().map((entry) => [keyOf(entry), entry])).values()].toReversed()
}

export const anchorOf = (term: string) => term.toLowerCase().replaceAll(' ', '-')

/** The words of the glossary. */
export const glossaryEntries = (): Entry[] =>
  Object.entries(terms).map(([term, { means, also }]) => ({
    kind: 'term',
    text: term,
    where: means,
    also,
    href: `/glossary/#${anchorOf(term)}`,
  }))
