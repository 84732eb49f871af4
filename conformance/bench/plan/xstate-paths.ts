import type { AnyMachineSnapshot, EventObject } from 'xstate'
import { createTestModel, serializeSnapshot } from 'xstate/graph'
import { eventsOf } from '../../plan/machine/events.ts'
import type { Run } from './contestants.ts'
import type { Model } from './subjects.ts'

/** Without this, xstate's test model ignores a transition that does not change the state. */
const serializeTransition = (_: AnyMachineSnapshot, event?: EventObject, before?: AnyMachineSnapshot) =>
  event && before ? ` via ${JSON.stringify(event)} from ${serializeSnapshot(before)}` : ''

/**
 * Without this, the test model sends no event of which all transitions are without target and action: a refusal is one.
 */
const everyEvent = ({ machine }: Model) => ({
  events: eventsOf(machine),
  filterEvents: (state: AnyMachineSnapshot, event: EventObject) =>
    state.status === 'active' && state.machine.getTransitionData(state, event).length > 0,
})

/** The paths of xstate's test model, as it comes or with every transition as an event. */
export function xstatePaths(
  model: Model,
  { all, simple = false }: { all: boolean; simple?: boolean },
): Run[] {
  const test = createTestModel(model.machine, all ? { serializeTransition } : {})
  return Object.entries(model.inputs ?? { '': undefined }).flatMap(([given, input]) => {
    const options = { input, ...(all ? everyEvent(model) : {}) }
    const paths = simple ? test.getSimplePaths(options) : test.getShortestPaths(options)
    return paths.map(({ steps }) => ({ given, events: steps.slice(1).map(({ event }) => event) }))
  })
}
