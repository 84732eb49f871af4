import { addressOf, demandOf } from '../in-words.ts'
import type {
  CheckResult,
  CheckVerdict,
  FlowResult,
  StepResult,
  TransitionResult,
  Verdict,
} from '../result.ts'

/** One `testcase`; without an outcome it passed. */
export interface Case {
  classname: string
  name: string
  /** Milliseconds. */
  took: number
  outcome?: Outcome | undefined
}

interface Outcome {
  kind: 'failure' | 'error' | 'skipped'
  /** The verdict: the kinds of a CI are fewer. */
  type: Verdict
  message: string
  text?: string
}

/** What was not proven is an error, so that silence never looks like a success; what was not tried is skipped. */
const kinds: Record<Exclude<Verdict, 'passed'>, Outcome['kind']> = {
  accepted: 'skipped',
  failed: 'failure',
  blocked: 'skipped',
  'not-testable': 'skipped',
  inconclusive: 'error',
  'config-error': 'error',
  'harness-error': 'error',
}

/** A documented step or sentence, with what speaks against each of its transitions. */
export function caseOfStep(flow: FlowResult, step: StepResult, site: string): Case {
  const own = step.transitions.flatMap(({ id }) => flow.transitions.find((one) => one.id === id) ?? [])
  const against = own.filter(({ verdict }) => verdict !== 'passed')
  const deciding = against.find(({ verdict }) => verdict === step.verdict)
  const reason = deciding?.reason ?? step.reason
  return {
    classname: flow.id,
    name: `${step.id} ${step.text}`,
    took: own.reduce((sum, { took = 0 }) => sum + took, 0),
    outcome: outcomeOf(
      step.verdict,
      reason,
      against.map((one) => evidenceOf(one, site)),
    ),
  }
}

/** A transition that the documentation does not speak of. */
export function caseOfTransition({ id }: FlowResult, transition: TransitionResult, site: string): Case {
  const { verdict, label, reason, took = 0 } = transition
  return {
    classname: id,
    name: `${transition.id} ${label}`,
    took,
    outcome: outcomeOf(verdict, reason, [evidenceOf(transition, site)]),
  }
}

/** A check. A SHOULD that is not kept fails nothing: it is skipped, and says why. A fault of Doorstep is an error all the same. */
export function caseOfCheck(check: CheckVerdict): Case {
  const { id, title, verdict, level, reason, stack, expected, observed, repeat, took = 0 } = check
  const text = lines({
    demanded: demandOf(check),
    expected: expected.join('; '),
    observed: observed.join('; '),
    repeat,
    stack,
  })
  const outcome = outcomeOf(verdict, reason, [text])
  const advice: Outcome | undefined =
    outcome && level === 'SHOULD' && verdict !== 'harness-error' ? { ...outcome, kind: 'skipped' } : outcome
  return { classname: 'checks', name: `${id} ${title}`, took, outcome: advice }
}

/** An acceptance that must be taken out of the profile. */
export const caseOfStale = ({ name, sentence }: CheckResult['stale'][number]): Case => ({
  classname: 'accept',
  name,
  took: 0,
  outcome: { kind: 'failure', type: 'failed', message: sentence },
})

function outcomeOf(verdict: Verdict, reason: string | undefined, evidence: string[]): Outcome | undefined {
  if (verdict === 'passed') return undefined
  const message = `${verdict}: ${reason ?? 'nothing was proven'}`
  return { kind: kinds[verdict], type: verdict, message, text: evidence.join('\n\n') }
}

function evidenceOf(transition: TransitionResult, site: string): string {
  const { id, verdict, reason, origin, model, expected, observed, url, replay, repeat, stack } = transition
  return lines({
    [verdict]: id,
    reason,
    because: origin,
    model,
    expected: expected.join('; '),
    observed: observed.join('; '),
    at: url,
    replay: replay && addressOf(site, replay),
    repeat,
    stack,
  })
}

const lines = (named: Record<string, string | undefined>) =>
  Object.entries(named)
    .flatMap(([name, value]) => (value ? [`${name.padEnd(9)} ${value}`] : []))
    .join('\n')
