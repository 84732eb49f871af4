import type { FlowResult, StepResult, TransitionResult } from './result.ts'
import { verdictOfAll } from './verdicts.ts'

/** Why a profile accepts that a transition differs; `undefined` where it does not. */
export type Accepts = (flow: string, transition: string) => string | undefined

/**
 * The result of a flow after what the profile accepts: a difference that happens becomes `accepted`, what can only be reached over
 * it `not-testable`, and one that no longer happens a note.
 */
export function acceptDifferences(flow: FlowResult, accepts: Accepts): FlowResult {
  const reasonOf = ({ id }: TransitionResult) => accepts(flow.id, id)
  const gone = flow.transitions.flatMap((one) => {
    const reason = one.verdict === 'passed' && !one.accepted ? reasonOf(one) : undefined
    return reason
      ? [`${flow.id}/${one.id} is as documented by now: take it out of \`accept\` (“${reason}”)`]
      : []
  })
  const accepted = flow.transitions.map((one) => acceptOne(one, reasonOf(one)))
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
    notes: [...flow.notes, ...gone],
  }
}

/** What failed, or was turned away in silence, is accepted with the reason; what was done without something, with its own. */
function acceptOne(transition: TransitionResult, reason: string | undefined): TransitionResult {
  const { accepted = [] } = transition
  const { verdict } = transition
  if (reason && (verdict === 'failed' || verdict === 'inconclusive') && !transition.notPlanned) {
    const why = `${transition.reason} Accepted: ${reason}`
    return {
      ...transition,
      verdict: 'accepted',
      reason: why,
      accepted: [...accepted, reason],
      notPlanned: undefined,
    }
  }
  if (transition.verdict !== 'passed' || accepted.length === 0) return transition
  return { ...transition, verdict: 'accepted', reason: accepted.join('; '), accepted }
}
