import {
  type AnyActorScope,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type AnyStateNode,
  type AnyTransitionDefinition,
  createEmptyActor,
  type EventObject,
  isMachineSnapshot,
} from 'xstate'
import { PlanError } from '../errors.ts'

/** Microsteps after which a machine is taken not to come to rest: a state that always leads on, in a circle. */
const MOST_MICROSTEPS = 1_000

/** Where a machine came to rest, and what happened on the way there, without an event too. */
export interface RunResult {
  snapshot: AnyMachineSnapshot
  taken: AnyTransitionDefinition[]
  entered: Set<AnyStateNode>
}

/** Starts a machine with an input. Nothing is executed: no action, no actor, no timer. */
export function start(machine: AnyStateMachine, input: unknown): RunResult {
  return observe((scope) => machine.getInitialSnapshot(scope, input))
}

/** Sends an event to a machine at rest. Nothing is executed. */
export function send(machine: AnyStateMachine, snapshot: AnyMachineSnapshot, event: EventObject): RunResult {
  return observe((scope) => machine.transition(snapshot, event, scope))
}

/** xstate's own pure functions name no transitions; its inspection does, so they are run in a scope that is inspected. */
function observe(run: (scope: AnyActorScope) => AnyMachineSnapshot): RunResult {
  const self = createEmptyActor()
  const taken: AnyTransitionDefinition[] = []
  const passed: AnyMachineSnapshot[] = []
  self.system.inspect((inspected) => {
    if (inspected.type !== '@xstate.microstep' || inspected.actorRef !== self) return
    taken.push(...inspected._transitions)
    if (isMachineSnapshot(inspected.snapshot)) passed.push(inspected.snapshot)
    if (passed.length > MOST_MICROSTEPS) {
      throw new PlanError('bad-machine', `it does not come to rest within ${MOST_MICROSTEPS} microsteps`)
    }
  })
  const nothing = () => {}
  const snapshot = run({
    self,
    system: self.system,
    id: '',
    sessionId: self.sessionId,
    logger: nothing,
    defer: nothing,
    emit: nothing,
    stopChild: nothing,
    actionExecutor: nothing,
  })
  if (snapshot.status === 'error') throw snapshot.error
  return { snapshot, taken, entered: new Set([...passed, snapshot].flatMap(({ _nodes }) => _nodes)) }
}
