import { addressOf, besideDocumentation, demandOf } from './in-words.ts'
import type {
  CheckResult,
  CheckVerdict,
  FlowResult,
  StepResult,
  TransitionResult,
  Verdict,
} from './result.ts'

/** One test, as a CI knows them; without an outcome it passed. */
export interface Case {
  /** What is judged. */
  of: 'step' | 'sentence' | 'transition' | 'check' | 'acceptance'
  /** Unique in a result: `log-in.4`, `log-in/password/password.wrong`, `LNK1`. */
  id: string
  classname: string
  name: string
  verdict: Verdict
  /** Where it is written, `<file>:<line>`: in the documentation, else in the model. */
  place?: string | undefined
  /** Milliseconds. */
  took: number
  outcome?: Outcome | undefined
}

export interface Outcome {
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

/** The cases of one suite. */
export interface Suite {
  name: string
  cases: Case[]
}

/**
 * The result as tests: a suite for each flow, in it a case for each documented step and sentence and for each transition beside
 * the documentation, and a suite of the checks.
 */
export function suitesOf({ flows, checks, stale }: CheckResult, site: string): Suite[] {
  return [
    ...flows.map((flow) => ({ name: flow.title, cases: casesOf(flow, site) })),
    ...(checks.length ? [{ name: 'Checks', cases: checks.map(caseOfCheck) }] : []),
    ...(stale.length ? [{ name: 'Acceptances', cases: stale.map(caseOfStale) }] : []),
  ]
}

const casesOf = (flow: FlowResult, site: string): Case[] => [
  ...flow.steps.map((step) => caseOfStep('step', flow, step, site)),
  ...flow.sentences.map((sentence) => caseOfStep('sentence', flow, sentence, site)),
  ...besideDocumentation(flow).map((transition) => caseOfTransition(flow, transition, site)),
]

/** A documented step or sentence, with what speaks against each of its transitions. */
function caseOfStep(of: 'step' | 'sentence', flow: FlowResult, step: StepResult, site: string): Case {
  const own = step.transitions.flatMap(({ id }) => flow.transitions.find((one) => one.id === id) ?? [])
  const against = own.filter(({ verdict }) => verdict !== 'passed')
  const deciding = against.find(({ verdict }) => verdict === step.verdict)
  const reason = deciding?.reason ?? step.reason
  return {
    of,
    // A step's id has its flow; a sentence's is its key.
    id: of === 'step' ? step.id : `${flow.id}/${step.id}`,
    verdict: step.verdict,
    place: step.documented,
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
function caseOfTransition({ id }: FlowResult, transition: TransitionResult, site: string): Case {
  const { verdict, label, reason, took = 0 } = transition
  return {
    of: 'transition',
    id: `${id}/${transition.id}`,
    verdict,
    place: transition.model,
    classname: id,
    name: `${transition.id} ${label}`,
    took,
    outcome: outcomeOf(verdict, reason, [evidenceOf(transition, site)]),
  }
}

/** A check. A SHOULD that is not kept fails nothing: it is skipped, and says why. A fault of Doorstep is an error all the same. */
function caseOfCheck(check: CheckVerdict): Case {
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
  const name = `${id} ${title}`
  return { of: 'check', id, verdict, classname: 'checks', name, took, outcome: advice }
}

/** An acceptance that must be taken out of the profile. */
const caseOfStale = ({ name, sentence }: CheckResult['stale'][number]): Case => ({
  of: 'acceptance',
  id: `accept ${name}`,
  verdict: 'failed',
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
