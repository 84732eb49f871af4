import { type Acceptance, acceptanceOf, acceptedInWords, whyNotCovered } from './acceptance.ts'
import type { FlowResult, StepResult, TransitionResult } from './result.ts'
import { verdictOfAll } from './verdicts.ts'

/**
 * The result of a flow after what the profile accepts: a difference that happens becomes `accepted`, and what can only be reached
 * over it `not-testable`.
 * @param today `YYYY-MM-DD`
 */
export function acceptDifferences(
  flow: FlowResult,
  acceptances: readonly Acceptance[],
  today: string,
): FlowResult {
  const accepted = flow.transitions.map((one) =>
    acceptOne(one, acceptanceOf(acceptances, `${flow.id}/${one.id}`), today),
  )
  const transitions = accepted.map((one) => {
    const inTheWay = accepted.find(({ id, verdict }) => id === one.blockedBy && verdict === 'accepted')
    if (one.verdict !== 'blocked' || !inTheWay) return one
    const reason = `It can only be reached over ${inTheWay.id}, whose difference is accepted.`
    return { ...one, verdict: 'not-testable' as const, reason, blockedBy: undefined }
  })
  const verdicts = new Map(transitions.map(({ id, verdict }) => [id, verdict]))
  const judgeStep = (step: StepResult): StepResult => {
    const own = step.transitions.map(({ id, verdict }) => ({ id, verdict: verdicts.get(id) ?? verdict }))
    const verdict = own.length > 0 ? verdictOfAll(own.map(({ verdict }) => verdict)) : step.verdict
    return { ...step, verdict, transitions: own }
  }
  return {
    ...flow,
    verdict: verdictOfAll([...verdicts.values()]),
    steps: flow.steps.map(judgeStep),
    sentences: flow.sentences.map(judgeStep),
    transitions,
  }
}

/** What failed as it is described is accepted with the reason; what was done without something, with its own. */
function acceptOne(
  transition: TransitionResult,
  acceptance: Acceptance | undefined,
  today: string,
): TransitionResult {
  const { accepted = [] } = transition
  if (transition.verdict === 'failed' && transition.notOffered && accepted.length > 0)
    return { ...transition, verdict: 'accepted', reason: accepted.join('; '), accepted }
  if (transition.verdict === 'failed' && acceptance) {
    const whyNot = whyNotCovered(acceptance, transition, today)
    if (whyNot) return { ...transition, reason: `${transition.reason} ${whyNot}` }
    const { reason, until } = acceptance
    return {
      ...transition,
      verdict: 'accepted',
      reason: `${transition.reason} ${acceptedInWords(acceptance)}`,
      accepted: [...accepted, reason],
      ...(until !== undefined && { until }),
    }
  }
  if (transition.verdict !== 'passed' || accepted.length === 0) return transition
  return { ...transition, verdict: 'accepted', reason: accepted.join('; '), accepted }
}
