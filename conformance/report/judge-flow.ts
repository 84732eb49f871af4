import { type Edge, edgesOf, edgesOfStep, screenOf } from '../../machines/model/edges.ts'
import type { Flow, Gap } from '../../machines/model/flow.ts'
import type { Origin } from '../../machines/model/origin.ts'
import { type FlowSource, placeText } from '../packs/source/pack-source.ts'
import type { PlannedPath } from '../plan/flow/path.ts'
import type { NotPlanned } from '../plan/flow/plan-paths.ts'
import { missingOutcome } from './harness-fault.ts'
import type { FlowResult, PathRun, StepResult, TransitionResult, Verdict } from './result.ts'
import { type Sighting, sightingsOf } from './sightings.ts'
import { verdictOfAll } from './verdicts.ts'

/** What is known about a flow after its paths were walked. */
export interface Walked {
  paths: PlannedPath[]
  runs: PathRun[]
  /** Transitions that no path could cover → why. */
  unreachable: Map<string, NotPlanned>
  /** Only what the paths lead over was asked for: nothing is said of the rest. */
  partly?: boolean
  /** How the command was called, to be repeated. */
  command: string
  /** Where the flow is written. */
  source?: FlowSource | undefined
  /** Where its documentation has a step, by the step's id. */
  documented?: ReadonlyMap<string, string> | undefined
  /** Whether the profile accepts what was seen of a transition: what it does not accept decides. */
  isCovered?: ((transition: string, seen: Sighting) => boolean) | undefined
}

/** Verdicts of a flow: of every transition by what its paths brought, of every documented step by its transitions. */
export function judgeFlow(flow: Flow, walked: Walked): FlowResult {
  const { source } = walked
  const sights = sightingsOf(flow, walked.paths, walked.runs)
  const edges = edgesOf(flow).filter(({ id }) => !walked.partly || sights.has(id))
  const transitions = edges.map((edge) => judgeTransition(flow, edge, sights, walked))
  const verdicts = new Map(transitions.map(({ id, verdict }) => [id, verdict]))
  const judgeStep = (part: 'steps' | 'sentences', key: string, text: string): StepResult => {
    const id = part === 'steps' ? `${flow.id}.${key}` : key
    const documented = walked.documented?.get(id) ?? (source && placeText(source.entry(part, key)))
    const own = edgesOfStep(flow, id).flatMap(({ id }) => {
      const verdict = verdicts.get(id)
      return verdict ? [{ id, verdict }] : []
    })
    const reason = flow.notModelled[id]
    const verdict = own.length || !reason ? verdictOfAll(own.map(({ verdict }) => verdict)) : 'not-testable'
    return {
      id,
      text,
      ...(documented && { documented }),
      verdict,
      transitions: own,
      ...(reason && { reason }),
    }
  }
  const sentences = Object.entries(flow.sentences).map(([id, text]) => judgeStep('sentences', id, text))
  const own = new Set(walked.paths.filter((path) => path.flow === flow.id).map(({ id }) => id))
  const notes = walked.runs.flatMap(({ path, outcomes }) =>
    own.has(path) ? outcomes.flatMap(({ notes }) => notes) : [],
  )
  const steps = Object.entries(flow.steps).map(([number, text]) => judgeStep('steps', number, text))
  return {
    id: flow.id,
    title: flow.title,
    verdict: verdictOfAll([...verdicts.values()]),
    steps: steps.filter(({ transitions }) => !walked.partly || transitions.length > 0),
    sentences: sentences.filter(({ transitions }) => transitions.length > 0),
    notModelled: sentences.flatMap(({ id, text, transitions, reason }) =>
      reason && transitions.length === 0
        ? [{ id, text, reason, ...(source && { model: placeText(source.entry('notModelled', id)) }) }]
        : [],
    ),
    gaps: flow.gaps.map(({ screens, ...gap }) => ({
      ...gap,
      touched: isTouched(flow, { ...gap, screens }, transitions),
      ...(source && { model: placeText(source.gap(gap.id)) }),
    })),
    transitions,
    notes: [...new Set(notes)],
  }
}

/** A gap is touched when something that it concerns was done; what nobody could do rests on nothing. */
function isTouched(flow: Flow, gap: Gap, transitions: TransitionResult[]): boolean {
  const concerned = concernedBy(flow, gap)?.map(({ id }) => id)
  return transitions.some(
    ({ id, took }) => took !== undefined && (concerned === undefined || concerned.includes(id)),
  )
}

/** The transitions that a gap concerns: of its step, or to its screens; `undefined` where it concerns the whole flow. */
function concernedBy(flow: Flow, { step, screens }: Gap): Edge[] | undefined {
  if (step) return edgesOfStep(flow, step)
  return screens && edgesOf(flow).filter(({ target }) => screens.includes(screenOf(flow, target)))
}

/** The one that decides: a failure before a proof, a proof before what proves nothing. */
const decisive: Verdict[] = [
  'failed',
  'harness-error',
  'config-error',
  'passed',
  'inconclusive',
  'blocked',
  'not-testable',
]

/** Of equal verdicts one that is not accepted, and then one for which something was done: it has evidence. */
const weightOf = (seen: Sighting, isCovered: boolean) =>
  decisive.indexOf(seen.verdict) * 4 +
  (isCovered || seen.notOffered ? 2 : 0) +
  (seen.took === undefined ? 1 : 0)

function judgeTransition(
  flow: Flow,
  edge: Edge,
  sights: Map<string, Sighting[]>,
  { unreachable, command, source, isCovered = () => false }: Walked,
): TransitionResult {
  const own = sights.get(edge.id) ?? []
  const weight = (seen: Sighting) => weightOf(seen, isCovered(edge.id, seen))
  const {
    path,
    at,
    edge: _,
    ...decided
  } = own.toSorted((a, b) => weight(a) - weight(b))[0] ?? {
    ...(unreachable.get(edge.id) ??
      missingOutcome(`${flow.id}/${edge.id}: no path of the plan leads over it`)),
    path: undefined,
    at: 0,
    edge: edge.id,
  }
  return {
    ...describeEdge(flow, edge, source),
    ...decided,
    ...(path && {
      replay: replayOf(path, at),
      repeat: `${command} --flow ${flow.id} --transition '${edge.id}'`,
    }),
  }
}

/** What a result says of a transition before anything has come of it. */
export const describeEdge = (flow: Flow, edge: Edge, source?: FlowSource) => ({
  id: edge.id,
  label: flow.events[edge.event]?.label ?? edge.event,
  source: edge.source,
  target: edge.target,
  origin: originOf(edge.meta),
  ...(source && { model: placeText(source.transition(edge)) }),
  expected: [],
  observed: [],
})

function originOf(origin: Origin) {
  if ('step' in origin) return origin.step
  if ('sentence' in origin) return origin.sentence
  return 'standard' in origin ? origin.standard : origin.inferred
}

/** The moment in the simulator: what is given, all events of the path, and how many of them have happened. */
const replayOf = ({ flow, given, events }: PlannedPath, at: number) =>
  `/flows/${flow}/#given=${given}&walk=${events.join(',')}&at=${at}`
