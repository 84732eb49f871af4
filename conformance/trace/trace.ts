import type { Flow } from '../../machines/model/flow.ts'
import type { Pack } from '../../machines/model/pack.ts'
import { flowsIn } from '../packs/pack-of.ts'
import { alignProcedures } from './align.ts'
import { driftOf } from './drift.ts'
import type { Drift } from './drift-kinds.ts'
import { findProcedures } from './find-procedures.ts'
import { type Gap, gapsOf } from './gaps.ts'
import type { Irregularity } from './irregularities.ts'
import { listPages } from './list-pages.ts'
import { type Lock, lockOf } from './lock.ts'
import { type ModelSource, sourceOf } from './model-source.ts'
import { pageIdsOf } from './page-id.ts'
import { readPage } from './read-page.ts'
import { type Snapshot, snapshotOf } from './snapshot.ts'

export interface TracedTransition {
  /** As in `edgesOf` of the model. */
  id: string
  event: string
  source: string
  target: string
  /** Where it stands in the model. */
  file: string
  line: number
}

export interface TracedStep {
  /** Id of the step in the model; null where it has none. */
  id: string | null
  number: number
  text: string
  /** Where it stands in the documentation. */
  file: string
  line: number
  labels: string[]
  transitions: TracedTransition[]
}

export interface TracedProcedure {
  title: string
  /** Id of the flow; null where the model has none. */
  flow: string | null
  steps: TracedStep[]
}

/** What a comparison of documentation and model found. */
export interface Trace {
  procedures: TracedProcedure[]
  irregularities: Irregularity[]
  gaps: Gap[]
  drift: Drift[]
}

export interface TraceResult {
  trace: Trace
  /** What a lock of the given pages would hold. */
  lock: Lock
}

function onceEach(make: (flow: Flow) => ModelSource): (flow: Flow) => ModelSource {
  const sources = new Map<Flow, ModelSource>()
  return (flow) => {
    const source = sources.get(flow) ?? make(flow)
    sources.set(flow, source)
    return source
  }
}

/**
 * Reads the given files and folders, lines them up with the flows, and compares them with a lock, if there is one.
 * Throws a TraceError for what cannot be read.
 */
export function traceDocumentation(
  inputs: string[],
  packs: readonly Pack[],
  lock?: Lock,
  sourceFor: (flow: Flow) => ModelSource = sourceOf,
): TraceResult {
  const pages = listPages(inputs).map(readPage)
  const ids = pageIdsOf(pages)
  const idOfFile = new Map([...ids].map(([page, id]) => [page.file, id]))
  const found = pages.map(findProcedures)
  const aligned = alignProcedures(
    found.flatMap(({ procedures }) => procedures),
    packs,
  )
  const snapshot: Snapshot = {
    pages: [...ids.values()],
    ...snapshotOf(
      aligned.procedures,
      found.flatMap(({ sections }) => sections),
      (file) => idOfFile.get(file) ?? file,
    ),
  }
  const source = onceEach(sourceFor)
  return {
    trace: {
      procedures: aligned.procedures.map(({ title, flow, steps }) => ({
        title,
        flow: flow?.id ?? null,
        steps: steps.map(({ step: { number, text, file, line, labels }, modelled }) => ({
          id: modelled?.id ?? null,
          number,
          text,
          file,
          line,
          labels,
          transitions: (modelled?.edges ?? []).map((edge) => ({
            id: edge.id,
            event: edge.event,
            source: edge.source,
            target: edge.target,
            ...(flow ? source(flow).transition(edge) : { file, line }),
          })),
        })),
      })),
      irregularities: [...found.flatMap(({ irregularities }) => irregularities), ...aligned.irregularities],
      gaps: gapsOf(aligned.procedures, flowsIn(packs), source),
      drift: lock ? driftOf(lock, snapshot) : [],
    },
    lock: lockOf(snapshot),
  }
}

/** Whether somebody has to do something: a documented step without a transition, a step gone, or drift. */
export const isOpen = ({ gaps, drift }: Trace): boolean => drift.length > 0 || gaps.some(({ open }) => open)
