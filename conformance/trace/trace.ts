import { type Edge, screenOf } from '../../machines/model/edges.ts'
import type { Flow } from '../../machines/model/flow.ts'
import type { LoadedPack } from '../packs/load-pack.ts'
import { flowsIn } from '../packs/pack-of.ts'
import {
  type FlowSource,
  type PackSource,
  type SourceLocation,
  sourcesOf,
} from '../packs/source/pack-source.ts'
import { alignProcedures } from './align.ts'
import { driftOf } from './drift.ts'
import type { Drift } from './drift-kinds.ts'
import { type Gap, gapsOf } from './gaps.ts'
import type { Irregularity } from './irregularities.ts'
import type { SkippedPage } from './list-pages.ts'
import { type Lock, lockOf } from './lock.ts'
import { idsOfFile, pageIdsOf } from './page-id.ts'
import { type ReadPages, readPages } from './read-pages.ts'
import { type Snapshot, snapshotOf } from './snapshot.ts'

/** With the place where it is written in the model. */
export interface TracedTransition extends SourceLocation {
  /** As in `edgesOf` of the model. */
  id: string
  event: string
  source: string
  target: string
  /** The screen that it leads to, and where that is written. */
  screen: SourceLocation & { id: string }
}

export interface TracedStep {
  /** Id of the step in the model; null where it has none. */
  id: string | null
  number: number
  text: string
  /** Where it is in the documentation. */
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
  /** Given files that were not read. */
  skipped: SkippedPage[]
}

export interface TraceResult {
  trace: Trace
  /** What a lock of the given pages would hold. */
  lock: Lock
}

function traceTransition(flow: Flow, edge: Edge, source: PackSource & { own: FlowSource }): TracedTransition {
  const { id, event, source: from, target } = edge
  const screen = screenOf(flow, target)
  return {
    id,
    event,
    source: from,
    target,
    ...source.own.transition(edge),
    screen: { id: screen, ...source.screen(screen) },
  }
}

/**
 * Reads the given files and folders, lines them up with the flows, and compares them with a lock, if there is one.
 * Throws a TraceError for what cannot be read.
 * @param read what was read of them, where that is done already
 */
export function traceDocumentation(
  inputs: string[],
  loaded: readonly LoadedPack[],
  lock?: Lock,
  read: ReadPages = readPages(inputs),
): TraceResult {
  const packs = loaded.map(({ pack }) => pack)
  const { pages, skipped } = read
  const ids = pageIdsOf(pages)
  const idOf = new Map([...ids].map(([page, id]) => [page.file, id]))
  const aligned = alignProcedures(
    pages.flatMap(({ procedures }) => procedures),
    packs,
  )
  const snapshot: Snapshot = {
    pages: [...ids.values()],
    ...snapshotOf(
      aligned.procedures,
      pages.flatMap(({ sections }) => sections),
      (file) => idOf.get(file) ?? '',
    ),
  }
  const { known, kept } = lock ? exceptSkipped(lock, skipped) : {}
  const drift = known ? driftOf(known, snapshot) : []
  const own = lockOf(snapshot)
  const sources = sourcesOf(loaded)
  const sourceFor = (flow: Flow) => {
    const source = sources.get(flow)
    if (!source) throw new Error(`${flow.id} is no flow of the packs that are traced.`)
    return source
  }
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
          transitions: flow
            ? (modelled?.edges ?? []).map((edge) => traceTransition(flow, edge, sourceFor(flow)))
            : [],
        })),
      })),
      irregularities: [...pages.flatMap(({ irregularities }) => irregularities), ...aligned.irregularities],
      gaps: withoutRepeats(
        gapsOf(aligned.procedures, flowsIn(packs), (flow) => sourceFor(flow).own),
        drift,
      ),
      drift,
      skipped,
    },
    lock: kept
      ? { ...own, steps: [...own.steps, ...kept.steps], sections: [...own.sections, ...kept.sections] }
      : own,
  }
}

/** A step that changed is one message: what the drift says of a line, a gap does not say again. */
function withoutRepeats(gaps: Gap[], drift: Drift[]): Gap[] {
  const said = new Set(drift.map(({ file, line }) => `${file}:${line}`))
  return gaps.filter(({ kind, file, line }) => kind !== 'differs' || !said.has(`${file}:${line}`))
}

/** The lock without what it has of pages that could not be read: nothing is known of them. */
function exceptSkipped(lock: Lock, skipped: SkippedPage[]): { known: Lock; kept: Lock } {
  const ids = new Set(skipped.flatMap(({ file }) => idsOfFile(file)))
  const part = (isSkipped: boolean): Lock => ({
    ...lock,
    steps: lock.steps.filter(({ page }) => ids.has(page) === isSkipped),
    sections: lock.sections.filter(({ page }) => ids.has(page) === isSkipped),
  })
  return { known: part(false), kept: part(true) }
}

/**
 * Whether action is required: a documented step without a transition, a step gone, drift, a page that could not be read,
 * or no procedure at all.
 */
export const isOpen = ({ procedures, gaps, drift, skipped }: Trace): boolean =>
  procedures.length === 0 || drift.length > 0 || [...gaps, ...skipped].some(({ open }) => open)
