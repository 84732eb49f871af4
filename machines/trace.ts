import type { StateNode } from 'xstate'
import type { Flow, StateMeta, StepId, TransitionMeta } from './flow.ts'
import type { ScreenId } from './screens.ts'

/** One transition as it stands in a machine; not yet multiplied by the contexts it is taken in. */
export interface Edge {
  /** `<state>/<event>`, and `[n]` for the n-th of several guarded branches. */
  id: string
  /** Dotted path of the state below the root: `changePassword.blank`. */
  source: string
  event: string
  /** Dotted path; the source itself where nothing but a message changes. */
  target: string
  meta: TransitionMeta
}

const pathOf = (node: StateNode) => node.path.join('.')

const statesOf = (node: StateNode): StateNode[] => [node, ...Object.values(node.states).flatMap(statesOf)]

/** Every transition of a flow's machine, in the order in which it is written down. */
export function edgesOf(flow: Flow): Edge[] {
  return statesOf(flow.machine.root).flatMap((state) =>
    [...state.transitions].flatMap(([event, branches]) =>
      branches.map((branch, n) => ({
        id: `${pathOf(state)}/${event}${branches.length > 1 ? `[${n}]` : ''}`,
        source: pathOf(state),
        event,
        target: pathOf(branch.target?.[0] ?? state),
        meta: branch.meta as TransitionMeta,
      })),
    ),
  )
}

/** The ids of a flow's documented steps, in order. */
export function stepsOf(flow: Flow): StepId[] {
  return Object.keys(flow.steps).map((number) => `${flow.id}.${number}` as StepId)
}

/** The transitions that a documented step, or a sentence by its key, has in the machine. */
export function edgesOfStep(flow: Flow, stepOrSentence: string): Edge[] {
  return edgesOf(flow).filter(
    ({ meta }) =>
      ('step' in meta && meta.step === stepOrSentence) ||
      ('sentence' in meta && meta.sentence === stepOrSentence),
  )
}

/** Documented steps and sentences that have neither a transition nor a reason in `notModelled`. */
export function unmodelled(flow: Flow): string[] {
  return [...stepsOf(flow), ...Object.keys(flow.sentences)].filter(
    (id) => !(id in flow.notModelled) && edgesOfStep(flow, id).length === 0,
  )
}

/** The screen that a state shows: its own, or that of the state around it. */
export function screenOf(flow: Flow, path: string): ScreenId {
  const around = path.split('.').map((_, n, parts) => parts.slice(0, n + 1).join('.'))
  const node = statesOf(flow.machine.root).filter((state) => around.includes(pathOf(state)))
  const meta = node.map((state) => state.meta as StateMeta | undefined).findLast((meta) => meta?.screen)
  if (!meta) throw new Error(`The state "${path}" of ${flow.id} has no screen in its meta.`)
  return meta.screen
}
