import type { Coverage } from '../graph.ts'

/**
 * How deep a plan goes; each finds what those before it find, except that `pairs` does not include `targets`:
 * - `states`: every state is visited
 * - `transitions`: every transition is taken
 * - `targets`: and the state that it ends in is distinguished from every other
 * - `pairs`: every transition is taken right after each that can come before it
 * - `extra-state`: both, deep enough to find a hidden state that the machine does not have
 */
export const depths = ['states', 'transitions', 'targets', 'pairs', 'extra-state'] as const
export type Depth = (typeof depths)[number]

/** What the graph below must be covered with. */
export const coverageOf: Record<Depth, Coverage> = {
  states: 'states',
  transitions: 'transitions',
  targets: 'transitions',
  pairs: 'transition-pairs',
  'extra-state': 'transitions',
}
