import type { Flow } from '../../machines/model/flow.ts'
import { type Moment, momentKey, walk } from '../../machines/model/walk.ts'
import type { PlannedPath } from '../plan/flow/path.ts'
import type { Outcome, PathRun } from '../report/result.ts'

/** A run, and for each of its steps what was done in which moment: a transition in its context. */
interface Trail {
  run: PathRun
  path: PlannedPath
  flow: Flow
  moments: Moment[]
  done: string[]
  /** Place of the first step that did not pass; the number of steps where all passed. */
  end: number
}

/** A failure that other steps may have caused: those in these places, the first of a path to the last that is not cleared. */
interface Case {
  trail: Trail
  suspects: Map<string, number>
}

/** Other transitions that are named because they may have led astray as well. */
const MOST_NAMED = 2

/**
 * Some steps are walked to prove where an earlier one has led. Where such a step fails that passes elsewhere, it is not to blame: an
 * earlier transition looked right, but ended in a wrong state. It is the one that explains most such failures, and its outcome says
 * so, with what was seen; the rest is behind it.
 *
 * @param before paths and runs of earlier rounds: what passed there counts too
 */
export function blame(
  flows: readonly Flow[],
  now: { paths: readonly PlannedPath[]; runs: readonly PathRun[] },
  before: { paths: readonly PlannedPath[]; runs: readonly PathRun[] },
): PathRun[] {
  const trails = now.runs.flatMap((run) => trailOf(flows, now.paths, run) ?? [])
  const earlier = before.runs.flatMap((run) => trailOf(flows, before.paths, run) ?? [])
  const passed = passages([...earlier, ...trails])
  const proved = provedBy([...earlier, ...trails])
  let open = trails.flatMap((trail): Case[] => {
    const suspects = suspectsOf(trail, passed, proved)
    return suspects.size > 0 ? [{ trail, suspects }] : []
  })
  const blamed = new Map<PathRun, PathRun>()
  while (open.length > 0) {
    const [guilty = '', ...others] = mostCommon(open)
    for (const { trail, suspects } of open) {
      const place = suspects.get(guilty)
      const also = others.flatMap((one) => trail.run.outcomes[suspects.get(one) ?? -1]?.edge ?? [])
      if (place !== undefined) blamed.set(trail.run, accuse(trail, place, also))
    }
    open = open.filter(({ suspects }) => !suspects.has(guilty))
  }
  return now.runs.map((run) => blamed.get(run) ?? run)
}

function trailOf(flows: readonly Flow[], paths: readonly PlannedPath[], run: PathRun): Trail | undefined {
  const path = paths.find(({ id }) => id === run.path)
  const flow = flows.find(({ id }) => id === path?.flow)
  if (!path?.verifies || !flow) return undefined
  const moments = walk(flow, path.given, path.events)
  const done = path.events.flatMap((event, n) =>
    moments[n] ? `${flow.id} ${momentKey(moments[n])} ${event}` : [],
  )
  const first = run.outcomes.findIndex(({ verdict, wentOn }) => verdict !== 'passed' && !wentOn)
  return { run, path, flow, moments, done, end: first < 0 ? run.outcomes.length : first }
}

/** Every sequence of steps that passed. */
function passages(trails: readonly Trail[]): (done: readonly string[]) => boolean {
  const sound = trails.map(({ done, end }) => done.slice(0, end))
  return (sequence) =>
    sound.some((done) => done.some((_, from) => sequence.every((one, n) => done[from + n] === one)))
}

/** The steps of which everything passed that was to prove where they have led. */
function provedBy(trails: readonly Trail[]): ReadonlySet<string> {
  const proofs = trails.flatMap(({ path, done, end }) =>
    (path.verifies ?? []).flatMap((from, n) => (from < 0 ? [] : [{ one: done[from], passed: n < end }])),
  )
  const open = new Set(proofs.flatMap(({ one, passed }) => (passed ? [] : one)))
  return new Set(proofs.flatMap(({ one }) => (one === undefined || open.has(one) ? [] : one)))
}

/** Going back from a step that failed: what passes elsewhere, right up to that step, is cleared. */
function suspectsOf(trail: Trail, passed: (done: readonly string[]) => boolean, proved: ReadonlySet<string>) {
  const { run, done, end } = trail
  const suspects = new Map<string, number>()
  if (run.outcomes[end]?.verdict !== 'failed') return suspects
  let last = end
  while (last >= 0 && passed(done.slice(last, end + 1))) last--
  if (last === end) return suspects
  for (const [place, one] of done.slice(0, last + 1).entries()) if (!proved.has(one)) suspects.set(one, place)
  return suspects
}

/** What is suspected in most cases, what was done last first. */
function mostCommon(cases: readonly Case[]): string[] {
  const counts = new Map<string, number>()
  for (const { suspects } of cases)
    for (const one of suspects.keys()) counts.set(one, (counts.get(one) ?? 0) + 1)
  const most = Math.max(...counts.values())
  const found = cases.map(({ suspects }) => [...suspects.keys()].filter((one) => counts.get(one) === most))
  return (found.find(({ length }) => length > 0) ?? []).reverse()
}

function accuse({ run, path, flow, moments, end }: Trail, place: number, also: string[]): PathRun {
  const [suspect, proof] = [run.outcomes[place], run.outcomes[end]]
  if (!suspect || !proof) return run
  const label = flow.events[path.events[end] ?? '']?.label ?? proof.edge
  const others = [...new Set(also)].filter((edge) => edge !== suspect.edge).slice(0, MOST_NAMED)
  const found: Outcome = {
    ...factsOf(proof),
    verdict: 'failed',
    edge: suspect.edge,
    reason:
      `It looks right, but does not lead to ${moments[place + 1]?.state}: ${end - place === 1 ? 'there' : 'further on'}, “${label}” does not do what the documentation says, although it passes elsewhere. ${reasonOf(proof)}${others.length > 0 ? ` It may already have been ${others.join(' or ')}.` : ''}`.trim(),
    onScreen: true,
    took: suspect.took,
  }
  const outcomes = run.outcomes.map((one, n) => {
    if (n === place) return found
    if (n === end) return behind(one, suspect.edge)
    return one.blockedBy === proof.edge ? { ...one, blockedBy: suspect.edge } : one
  })
  return { ...run, outcomes }
}

const behind = (one: Outcome, suspect: string): Outcome => {
  const { screenshot: _, ...facts } = factsOf(one)
  const reason = `Behind ${suspect}, which led to a wrong state. ${reasonOf(one)}`.trim()
  return { ...facts, verdict: 'blocked', reason, blockedBy: suspect }
}

const reasonOf = ({ reason = '' }: Outcome): string => reason

/** What was seen, without what belongs to its verdict alone. */
function factsOf({
  verdict: _v,
  reason: _r,
  blockedBy: _b,
  notPlanned: _n,
  stack: _s,
  accepted: _a,
  until: _u,
  ...facts
}: Outcome) {
  return facts
}
