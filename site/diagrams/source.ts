import type { StateNode } from 'xstate'
import { type Edge, edgesOf, screenOf, statesOf } from '../../machines/model/edges.ts'
import type { Flow } from '../../machines/model/flow.ts'
import type { Pack } from '../../machines/model/pack.ts'
import { sameLabel } from '../../machines/model/screen.ts'
import type { Drawing } from './page-script.ts'

/** An arrow of the diagram: all transitions from one state to another. */
export interface Arrow {
  source: string
  target: string
  edges: Edge[]
}

/** A state that holds others is entered at the first of them. */
function innermost(flow: Flow, path: string): string {
  const node = path
    .split('.')
    .reduce((state: StateNode, key) => state.states[key] ?? state, flow.machine.root)
  const first = node.initial?.target[0]
  return first && first !== node ? innermost(flow, first.path.join('.')) : path
}

/** The arrows of a flow's diagram, in the order in which {@link diagramSource} writes them. */
export function arrowsOf(flow: Flow): Arrow[] {
  const arrows = new Map<string, Arrow>()
  for (const edge of edgesOf(flow)) {
    const target = innermost(flow, edge.target)
    const key = `${edge.source}>${target}`
    const arrow = arrows.get(key) ?? { source: edge.source, target, edges: [] }
    arrow.edges.push(edge)
    arrows.set(key, arrow)
  }
  return [...arrows.values()]
}

const diagramId = (path: string) => path.replaceAll('.', '_')

const inWords = (path: string) =>
  path.slice(path.lastIndexOf('.') + 1).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

/** A label in Mermaid's language, which gives quotes, semicolons and number signs a special meaning. */
const escaped = (text: string) => text.replace(/[#;"<>]/g, (character) => `#${character.codePointAt(0)};`)

const headingOf = ({ screens }: Pack, flow: Flow, path: string) =>
  screens[screenOf(flow, path)]?.heading ?? path

/** What tells a state apart from others with the same heading: `undefined` where nothing needs to. */
function detailOf(pack: Pack, flow: Flow, path: string): string | undefined {
  const heading = headingOf(pack, flow, path)
  const isShared = statesOf(flow).filter((other) => headingOf(pack, flow, other) === heading).length > 1
  if (!path.includes('.') && !isShared) return undefined
  const words = flow.called?.[path] ?? inWords(path)
  return sameLabel(words, heading) ? undefined : words
}

/** The name of a state in one line: the heading of its screen, and what tells it apart from others with that heading. */
export function stateName(pack: Pack, flow: Flow, path: string): string {
  const detail = detailOf(pack, flow, path)
  return headingOf(pack, flow, path) + (detail ? ` (${detail})` : '')
}

/** The state diagram of a flow's machine in Mermaid's language. */
export function diagramSource(pack: Pack, flow: Flow): string {
  const states = statesOf(flow)
  const heading = (path: string) => escaped(headingOf(pack, flow, path))
  const nameOf = (path: string) => {
    const detail = detailOf(pack, flow, path)
    if (path.includes('.')) return detail && escaped(detail)
    return detail ? `${heading(path)}<br/>${escaped(detail)}` : heading(path)
  }
  const declare = (path: string) => `state "${nameOf(path)}" as ${diagramId(path)}`
  const frames = [...new Set(states.filter((p) => p.includes('.')).map((p) => p.slice(0, p.indexOf('.'))))]
  const label = ({ edges }: Arrow) =>
    edges.map(({ event }) => escaped(flow.events[event]?.label ?? event)).join('<br/>')
  return [
    'stateDiagram-v2',
    ...states.filter((path) => !path.includes('.')).map(declare),
    ...frames.flatMap((frame) => [
      `state "${heading(frame)}" as ${frame} {`,
      ...states.filter((path) => path.startsWith(`${frame}.`)).map(declare),
      '}',
    ]),
    ...arrowsOf(flow).map(
      (arrow) => `${diagramId(arrow.source)} --> ${diagramId(arrow.target)} : ${label(arrow)}`,
    ),
  ].join('\n')
}

/** Everything that is needed to draw a flow. */
export const drawingOf = (pack: Pack, flow: Flow): Drawing => ({
  source: diagramSource(pack, flow),
  states: Object.fromEntries(statesOf(flow).map((path) => [diagramId(path), path])),
  arrows: arrowsOf(flow).map(({ edges }) => edges.map(({ id }) => id)),
})
