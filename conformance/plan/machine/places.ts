import type { AnyMachineSnapshot, AnyStateMachine, AnyStateNode } from 'xstate'
import { stateNodes } from './transition-id.ts'

const pathOf = ({ path }: AnyStateNode) => path.join('.')

/** The dotted paths of all states that are written down in a machine. */
export const placesOf = ({ root }: AnyStateMachine): string[] => stateNodes(root).map(pathOf).filter(Boolean)

/** The dotted paths of the states that a machine is in, those around them too. */
export const placesIn = ({ _nodes }: AnyMachineSnapshot): string[] => _nodes.map(pathOf).filter(Boolean)
