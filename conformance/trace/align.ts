import type { Flow } from '../../machines/model/flow.ts'
import type { Pack } from '../../machines/model/pack.ts'
import { excerpt, type Irregularity } from './irregularities.ts'
import { type Likeness, likenessFor } from './likeness.ts'
import type { ModelStep } from './model-steps.ts'
import type { DocumentedStep, Procedure } from './procedure.ts'
import { bestRun, type Pair } from './run-alignment.ts'

interface AlignedStep {
  step: DocumentedStep
  /** None where the model has no such step. */
  modelled?: ModelStep
  /** The step is where the model's is and says something else: a renamed button, mostly. */
  differs?: true
}

/** A documented procedure, or the part of one that belongs to one flow. */
export interface AlignedProcedure {
  title: string
  file: string
  line: number
  /** None where the model has no such procedure. */
  flow?: Flow
  steps: AlignedStep[]
}

interface Match {
  flow: Flow
  pairs: Pair[]
  worth: number
}

/** How much of a flow must be found in a procedure; less is enough where the title says the same. */
const COVERED = 0.6
const COVERED_WITH_TITLE = 0.4
const SAME_TITLE = 0.7
const TITLE_WEIGHT = 0.35

function matchOf(steps: DocumentedStep[], title: string, flow: Flow, likeness: Likeness): Match | undefined {
  const modelled = likeness.modelled(flow)
  if (modelled.length === 0) return undefined
  const { pairs, sum } = bestRun([steps.length, modelled.length], (a, b) => {
    const [documented, model] = [steps[a], modelled[b]]
    return documented && model ? likeness.steps(documented, model) : 0
  })
  const titles = likeness.titles(title, flow)
  const [share, least] = titles >= SAME_TITLE ? [COVERED_WITH_TITLE, 1] : [COVERED, 2]
  if (pairs.length < least || pairs.length / modelled.length < share) return undefined
  const [from = 0, to = 0] = [pairs[0]?.[0], pairs.at(-1)?.[0]]
  const worth = sum / Math.max(modelled.length, to - from + 1) + TITLE_WEIGHT * titles
  return { flow, pairs, worth }
}

/** The flows that stretches of the steps are, in order; the best one first cuts out its stretch, then what is left is looked at. */
function matchesIn(steps: DocumentedStep[], title: string, flows: Flow[], likeness: Likeness): Match[] {
  const best = flows
    .flatMap((flow) => matchOf(steps, title, flow, likeness) ?? [])
    .reduce<Match | undefined>((one, other) => (one && one.worth >= other.worth ? one : other), undefined)
  if (!best) return []
  const [from = 0, to = 0] = [best.pairs[0]?.[0], best.pairs.at(-1)?.[0]]
  const others = flows.filter((flow) => flow !== best.flow)
  const before = matchesIn(steps.slice(0, from), title, others, likeness)
  const after = matchesIn(steps.slice(to + 1), title, others, likeness).map((match) => ({
    ...match,
    pairs: match.pairs.map(([a, b]): Pair => [a + to + 1, b]),
  }))
  return [...before, best, ...after]
}

/** A step in another order than in the model must be this much alike to be found. */
const ALIKE_OUT_OF_ORDER = 0.6

/** Steps that the run left out because they stand in another order. */
function outOfOrder(steps: DocumentedStep[], { flow, pairs }: Match, likeness: Likeness): Pair[] {
  const free = new Set(likeness.modelled(flow).keys())
  for (const [, b] of pairs) free.delete(b)
  return steps.flatMap((step, a): Pair[] => {
    if (pairs.some(([taken]) => taken === a)) return []
    const alike = [...free].map((b) => {
      const model = likeness.modelled(flow)[b]
      return { b, like: model ? likeness.steps(step, model) : 0 }
    })
    const best = alike.filter(({ like }) => like >= ALIKE_OUT_OF_ORDER).sort((x, y) => y.like - x.like)[0]
    if (!best) return []
    free.delete(best.b)
    return [[a, best.b]]
  })
}

/**
 * Steps left over between the same neighbours on both sides, as many here as there: in the same place, with other words.
 */
function inPlaceOf(steps: DocumentedStep[], modelled: ModelStep[], paired: Map<number, number>): Pair[] {
  const taken = new Set(paired.values())
  const pairs: Pair[] = []
  let here: number[] = []
  let from = 0
  const close = (to: number) => {
    const there = [...modelled.keys()].slice(from, to).filter((b) => !taken.has(b))
    if (here.length === there.length) pairs.push(...here.map((a, n): Pair => [a, there[n] ?? -1]))
    here = []
    from = to + 1
  }
  for (const a of steps.keys()) {
    const b = paired.get(a)
    if (b === undefined) here.push(a)
    else close(b)
  }
  close(modelled.length)
  return pairs
}

/** Parts a procedure among the flows it matches. A step between two of them goes to the one before. */
function partsOf(
  { title, file, steps }: Procedure,
  matches: Match[],
  likeness: Likeness,
): AlignedProcedure[] {
  return matches.map((match, n) => {
    const { flow, pairs } = match
    const start = n === 0 ? 0 : (pairs[0]?.[0] ?? 0)
    const end = matches[n + 1]?.pairs[0]?.[0] ?? steps.length
    const own = steps.slice(start, end)
    const inOrder = pairs.map(([a, b]): Pair => [a - start, b])
    const byPlace = new Map([...inOrder, ...outOfOrder(own, { ...match, pairs: inOrder }, likeness)])
    const modelled = likeness.modelled(flow)
    const differing = new Map(inPlaceOf(own, modelled, byPlace))
    return {
      title,
      file,
      line: own[0]?.line ?? 1,
      flow,
      steps: own.map((step, index): AlignedStep => {
        const model = modelled[byPlace.get(index) ?? -1]
        if (model) return { step, modelled: model }
        const other = modelled[differing.get(index) ?? -1]
        return other ? { step, modelled: other, differs: true } : { step }
      }),
    }
  })
}

/**
 * Lines documented procedures up with the flows of a model, by their titles, labels and words; the names of files play no
 * part. A procedure that spans several flows comes back in parts; what matches none comes back without a flow.
 */
export function alignProcedures(
  procedures: Procedure[],
  packs: readonly Pack[],
): { procedures: AlignedProcedure[]; irregularities: Irregularity[] } {
  const likeness = likenessFor(packs)
  const flows = packs.flatMap((pack) => pack.flows)
  const irregularities: Irregularity[] = []
  const aligned = procedures.flatMap((procedure) => {
    const matches = matchesIn(procedure.steps, procedure.title, flows, likeness)
    const parts = partsOf(procedure, matches, likeness)
    const { title, file, line, steps } = procedure
    if (parts.length === 0) return [{ title, file, line, steps: steps.map((step) => ({ step })) }]
    if (parts.length > 1) {
      const names = parts.map(({ flow, steps }) => `${flow?.id} (${steps.length} steps)`).join(', ')
      const text = `${excerpt(title)} is several flows of the model: ${names}.`
      irregularities.push({ kind: 'several-flows', file, line, text })
    }
    return parts
  })
  return { procedures: aligned, irregularities }
}
