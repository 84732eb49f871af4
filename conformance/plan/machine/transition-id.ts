import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from 'xstate'

/** Every state of a machine, the root first, in the order in which they are written down. */
export function stateNodes(node: AnyStateNode): AnyStateNode[] {
  return [node, ...Object.values(node.states).flatMap(stateNodes)]
}

/**
 * Every transition that is written down in a machine, with an id that does not depend on any other part of it: the path
 * of its state, a slash, its event (`always` where it has none), and `[n]`, from 0, where several branches share those.
 * The same id as that of `edgesOf` in `machines/trace.ts`.
 */
export function transitionIds(machine: AnyStateMachine): Map<AnyTransitionDefinition, string> {
  const ids = new Map<AnyTransitionDefinition, string>()
  for (const node of stateNodes(machine.root)) {
    const groups: [string, AnyTransitionDefinition[]][] = [...node.transitions, ['always', node.always ?? []]]
    for (const [event, branches] of groups) {
      for (const [n, branch] of branches.entries()) {
        ids.set(branch, `${node.path.join('.')}/${event}${branches.length > 1 ? `[${n}]` : ''}`)
      }
    }
  }
  return ids
}
