import { packs } from '@doorstep/machines'
import type { AnyStateMachine } from 'xstate'
import { randomMachine } from './random-machine.ts'

const flows = packs.flatMap(({ flows }) => flows)

/** A machine, and the inputs it may be started with, by name; none where it takes no input. */
export interface Model {
  machine: AnyStateMachine
  inputs?: Record<string, unknown>
}

const SEED = 7

const random = (states: number, transitions: number) => (): Model[] => [
  { machine: randomMachine(states, transitions, SEED) },
]

/** What is planned, by name. Functions, because a machine cannot be handed to another thread. */
export const subjects: Record<string, () => Model[]> = {
  'our flows': () =>
    flows.map(({ machine, givens }) => ({
      machine,
      inputs: Object.fromEntries(Object.keys(givens).map((given) => [given, { given }])),
    })),
  'random, 40 states, 90 transitions': random(40, 90),
  'random, 200 states, 600 transitions': random(200, 600),
  'random, 1,000 states, 3,000 transitions': random(1000, 3000),
}
