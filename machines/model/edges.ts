import type { StateNode } from 'xstate'
import type { Flow, StateMeta } from './flow.ts'
import type { StepId, TransitionMeta } from './origin.ts'

/** One transition as the machine has it; not yet multiplied by the contexts it is taken in. */
export interface Edge {
  /** `<state>/<event>`, and `[n]` for the n-th of several guarded branches. */
  id: string
  /** Dotted path of the state below the root: `changePassword.blank`. */
  source: string
  event: string
  /** Dotted path; the source itself where only a message changes. */
  target: string
  meta: TransitionMeta
}

const pathOf = (node: StateNode) => node.path.join('.')

const nodesOf = (node: StateNode): StateNode[] => [node, ...Object.values(node.states).flatMap(nodesOf)]

const edgesByMachine = new WeakMap<Flow['machine'], Edge[]>()

/** Every transition of a flow's machine, in the order in which it is written down. */
export function edgesOf({ machine }: Flow): Edge[] {
  const known = edgesByMachine.get(machine)
  if (known) return known
  const edges = nodesOf(machine.root).flatMap((state) =>
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
  edgesByMachine.set(machine, edges)
  return edges
}

/** The paths of the states that a person can be in: those without states inside. */
export const statesOf = (flow: Flow): string[] =>
  nodesOf(flow.machine.root)
    .filter(({ states }) => Object.keys(states).length === 0)
    .map(pathOf)

/** The path of the state in which a flow begins, whatever is given. */
export const initialOf = ({ machine }: Flow): string => pathOf(machine.root.initial.target[0] ?? machine.root)

/** The ids of a flow's documented steps, in order. */
export const stepsOf = (flow: Flow): StepId[] =>
  Object.keys(flow.steps).map((number) => `${flow.id}.${number}` as StepId)

/** The transitions that a documented step, or a sentence by its key, has in the machine. */
export const edgesOfStep = (flow: Flow, stepOrSentence: string): Edge[] =>
  edgesOf(flow).filter(
    ({ meta }) =>
      ('step' in meta && meta.step === stepOrSentence) ||
      ('sentence' in meta && meta.sentence === stepOrSentence),
  )

/** Documented steps and sentences that have neither a transition nor a reason in `notModelled`. */
export const unmodelled = (flow: Flow): string[] =>
  [...stepsOf(flow), ...Object.keys(flow.sentences)].filter(
    (id) => !(id in flow.notModelled) && edgesOfStep(flow, id).length === 0,
  )

/**
 * What a state carries: its own meta, over that of the states around it.
 * @throws when the flow has no such state, or none of them names a screen
 */
export function stateMetaOf(flow: Flow, path: string): StateMeta {
  const around = path.split('.').map((_, n, parts) => parts.slice(0, n + 1).join('.'))
  const nodes = nodesOf(flow.machine.root).filter((state) => around.includes(pathOf(state)))
  const meta: Partial<StateMeta> = Object.assign({}, ...nodes.map((state) => state.meta))
  if (!meta.screen) throw new Error(`The state "${path}" of ${flow.id} has no screen in its meta.`)
  return { ...meta, screen: meta.screen }
}

/** The screen that a state shows: its own, or that of the state around it. */
export const screenOf = (flow: Flow, path: string): string => stateMetaOf(flow, path).screen
