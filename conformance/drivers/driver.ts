import type { EventSpec, Flow } from '../../machines/flow.ts'
import type { Screen } from '../../machines/screens.ts'
import type { Sight } from './sight.ts'
import type { World } from './world.ts'

/** The names of a flow's events. */
export type EventOf<F> = F extends Flow<infer E, infer _G> ? E : never

/** What is known about an event where it is sent. */
export interface Situation extends EventSpec {
  /** Name of the event. */
  event: string
  /** The screen that the person looks at. */
  screen: Screen
  /** Path of the machine's state; absent where an event is sent for its own sake. */
  state?: string
}

/**
 * Does at the target what the event stands for.
 * @throws NotThere when what the documentation names is missing
 */
export type Action = (world: World, situation: Situation) => Promise<void>

/** What one look at a screen brought. */
export interface Seen {
  sight: Sight
  /** By what the screen is recognised and what is not there, in words for a report; none: it is that screen. */
  missing: string[]
  /** What the documentation shows there besides, and what is not there; its own transitions prove it. */
  lacking: string[]
}

/** Takes one look at the screen of a state, without waiting. */
export type Observation = (world: World, screen: Screen) => Promise<Seen>

/**
 * What the flow can change, in words of the target, as the person may see it now. Whoever is turned away while signed in has
 * gained nothing when it reads the same before and after.
 */
export type Standing = (world: World) => Promise<string>

/**
 * How a flow is done at a target: an action for every event of the flow and an observation for every state of its
 * machine, by the state's path. The type checker requires the actions, `drivers.test.ts` the states; what is missing
 * nevertheless fails the path that needs it ({@link MissingHandler}).
 */
export interface Driver<F extends Flow = Flow> {
  flow: F
  /** Makes true what of the given the target itself cannot, before the walk begins. */
  prepare?(world: World, given: string): Promise<void>
  act: Record<EventOf<F>, Action>
  observe: Record<string, Observation>
  /** Whose screen shows the state, where several people take part; the one whom the world is of by default. */
  whoIsAt?(world: World, state: string): World | undefined
  /** How many clicks an event stands for at most; 1 by default. */
  clicks?: number
  /** Needed where the flow turns somebody away who is signed in. */
  standing?: Standing
}

/** A driver knows nothing of an event or a state of its flow: the harness is at fault, and says which file to write. */
export class MissingHandler extends Error {
  constructor(flow: string, kind: 'action' | 'observation', name: string) {
    super(`conformance/drivers/${flow}.ts has no ${kind} for '${name}'.`)
    this.name = 'MissingHandler'
  }
}
