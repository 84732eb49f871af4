import { edgesOf, edgesOfStep, stepsOf } from '../../machines/model/edges.ts'
import type { Flow } from '../../machines/model/flow.ts'
import { missingOutcome } from './harness-fault.ts'
import { describeEdge } from './judge-flow.ts'
import type { CheckVerdict, FlowResult, StepResult, TransitionResult } from './result.ts'
import { verdictOfAll } from './verdicts.ts'

/**
 * A flow's result with an outcome for every transition, step and sentence that was asked for. One that is missing is Doorstep's
 * fault, and is added as such: nothing is left out in silence.
 * @param asked ids of the transitions that were asked for
 */
export function completeFlow(flow: Flow, asked: ReadonlySet<string>, result?: FlowResult): FlowResult {
  const there = (results: readonly { id: string }[] = []) => new Set(results.map(({ id }) => id))
  const [transitions, steps] = [there(result?.transitions), there(result?.steps)]
  const sentences = there([...(result?.sentences ?? []), ...(result?.notModelled ?? [])])
  const lostTransitions = edgesOf(flow)
    .filter(({ id }) => asked.has(id) && !transitions.has(id))
    .map(
      (edge): TransitionResult => ({
        ...describeEdge(flow, edge),
        ...missingOutcome(`the transition ${flow.id}/${edge.id}`),
      }),
    )
  const isAsked = (id: string) => edgesOfStep(flow, id).some((edge) => asked.has(edge.id))
  const lost = (kind: string, id: string, text: string): StepResult => {
    const { verdict, reason } = missingOutcome(`the ${kind} ${id}`)
    return { id, text, verdict, reason, transitions: [] }
  }
  const lostSteps = stepsOf(flow)
    .filter((id) => isAsked(id) && !steps.has(id))
    .map((id) => lost('step', id, flow.steps[Number(id.split('.').at(-1))] ?? ''))
  const lostSentences = Object.entries(flow.sentences)
    .filter(([id]) => isAsked(id) && !sentences.has(id))
    .map(([id, text]) => lost('sentence', id, text))
  const isWhole = lostTransitions.length + lostSteps.length + lostSentences.length === 0
  if (result && isWhole) return result
  const known = result ?? { ...nothing, id: flow.id, title: flow.title }
  const all = [...known.transitions, ...lostTransitions]
  return {
    ...known,
    transitions: all,
    steps: [...known.steps, ...lostSteps],
    sentences: [...known.sentences, ...lostSentences],
    verdict: verdictOfAll([...all, ...lostSteps, ...lostSentences].map(({ verdict }) => verdict)),
  }
}

const nothing = { steps: [], sentences: [], notModelled: [], gaps: [], transitions: [], notes: [] }

/** Every check that was asked for, in that order, with its outcome; one that has none is Doorstep's fault. */
export const completeChecks = (
  asked: readonly Pick<CheckVerdict, 'id' | 'title' | 'source' | 'level'>[],
  made: readonly CheckVerdict[],
): CheckVerdict[] =>
  asked.map(
    ({ id, title, source, level }) =>
      made.find((one) => one.id === id) ?? {
        ...missingOutcome(`the check ${id}`),
        id,
        title,
        source,
        level,
        expected: [],
        observed: [],
        claims: [],
      },
  )
