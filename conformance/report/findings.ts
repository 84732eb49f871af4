import { type Case, suitesOf } from './cases.ts'
import { isFailing } from './compare/failing.ts'
import type { CheckResult } from './result.ts'

/** Something that keeps a target from conforming, or that a SHOULD advises against. */
export interface Finding extends Case {
  outcome: NonNullable<Case['outcome']>
  /** `known`: it is in the baseline. `advice`: a SHOULD, which fails nothing. */
  weight: 'fails' | 'known' | 'advice'
}

/** Where findings come that nothing else puts in order: the documentation first. */
const order: readonly Case['of'][] = ['step', 'sentence', 'transition', 'check', 'acceptance']

/**
 * What speaks against a target, the documented sentences first. Of a transition that a step or sentence is about, it is the step or
 * the sentence.
 */
export function findingsOf(result: CheckResult, site: string): Finding[] {
  const known = new Set(result.baseline?.still.map(({ id }) => id))
  return suitesOf(result, site)
    .flatMap(({ cases }) => cases)
    .flatMap((one): Finding[] => {
      const { outcome, verdict, of } = one
      if (!outcome || !isFailing(verdict)) return []
      if (of === 'check' && outcome.kind === 'skipped') return [{ ...one, outcome, weight: 'advice' }]
      const isKnown = result.baseline !== undefined && isInBaseline(one, result, known)
      return [{ ...one, outcome, weight: isKnown ? 'known' : 'fails' }]
    })
    .toSorted((a, b) => order.indexOf(a.of) - order.indexOf(b.of))
}

/** A baseline has transitions and claims: a step is known when all that fails of it is, and so is a check. */
function isInBaseline(
  { of, id, classname }: Case,
  { flows, baseline }: CheckResult,
  known: Set<string>,
): boolean {
  if (of === 'acceptance') return false
  if (of === 'check') {
    const own = (ones: readonly { id: string }[] = []) =>
      ones.some((one) => one.id === id || one.id.startsWith(`${id}.`))
    return own(baseline?.still) && !own(baseline?.new)
  }
  if (of === 'transition') return known.has(id)
  const flow = flows.find((one) => one.id === classname)
  const step = [...(flow?.steps ?? []), ...(flow?.sentences ?? [])].find(
    (one) => one.id === id || `${classname}/${one.id}` === id,
  )
  const failing = step?.transitions.filter(({ verdict }) => isFailing(verdict)) ?? []
  return failing.length > 0 && failing.every((one) => known.has(`${classname}/${one.id}`))
}
