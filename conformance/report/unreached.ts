import type { CheckResult, TransitionResult } from './result.ts'

export interface Unreached {
  title: string
  entries: { flow: string; id: string; label: string; reason: string }[]
}

type NotPlanned = NonNullable<TransitionResult['notPlanned']>

const LACKING: NotPlanned[] = ['needs-capability', 'behind']

/** What a run could not reach although the model, the plan or the documentation has it, by the kind of reason; no empty kinds. */
export function unreachedOf({ flows, notChecked }: CheckResult): Unreached[] {
  const transitions = (belongs: (why: NotPlanned) => boolean) =>
    flows.flatMap((flow) =>
      flow.transitions
        .filter(({ notPlanned }) => notPlanned && belongs(notPlanned))
        .map(({ id, label, reason = '' }) => ({ flow: flow.id, id, label, reason })),
    )
  return [
    { title: 'The target lacks what it takes', entries: transitions((why) => LACKING.includes(why)) },
    { title: 'The model never takes it', entries: transitions((why) => !LACKING.includes(why)) },
    {
      title: 'Documented, but not modelled',
      entries: flows.flatMap((flow) => [
        ...flow.notModelled.map(({ id, text, reason }) => ({ flow: flow.id, id, label: text || id, reason })),
        ...flow.steps
          .filter(({ transitions, reason }) => transitions.length === 0 && reason)
          .map(({ id, text, reason = '' }) => ({ flow: flow.id, id, label: text, reason })),
      ]),
    },
    {
      title: 'Flows that were not checked',
      entries: notChecked.map(({ id, title, reason }) => ({ flow: id, id, label: title, reason })),
    },
  ].filter(({ entries }) => entries.length > 0)
}
