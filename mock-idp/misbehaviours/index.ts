import type { Misbehaviour } from './types.ts'

/** Every misbehaviour, listed once, in the order of the table in the README. */
export const misbehaviours: readonly Misbehaviour[] = []

export const findMisbehaviour = (id: string): Misbehaviour | undefined =>
  misbehaviours.find((misbehaviour) => misbehaviour.id === id)
