import type { AnyStateMachine } from 'xstate'
import type { EventSpec, Leg } from './event.ts'
import type { StepId, TransitionMeta } from './origin.ts'
import type { Screens } from './screen.ts'

/** Tag of every state in which a session exists and protected pages can be seen. */
export const SIGNED_IN = 'signed-in'

/** Tag of the states that a flow is meant to reach. */
export const GOAL = 'goal'

/** What a state carries: the screen that a person is shown there. */
export interface StateMeta<ScreenId extends string = string> {
  screen: ScreenId
  /** Whose browser shows the state, by the name in the pack's `participants`. Default: the holder of the account. */
  of?: string
  /** A row of the screen's list: the note that identifies it, and the other texts in it. */
  lists?: { note: string; with: string }
  /** A value that the person kept, and that is no longer shown. */
  hides?: string
}

/** The types of a flow's machine, for `setup({ types: {} as FlowTypes<…> })`. */
export interface FlowTypes<
  S extends Screens,
  Event extends string,
  Given extends string,
  Context = Record<never, never>,
> {
  context: Context
  events: { type: Event }
  input: { given: Given }
  meta: StateMeta<keyof S & string>
  tags: typeof SIGNED_IN | typeof GOAL
  transitionMeta: TransitionMeta
}

/** Something the documentation leaves open, or where it contradicts itself or a standard. A finding to be shown. */
export interface Gap {
  id: string
  /** The step or sentence it concerns; absent where a whole procedure is missing. */
  step?: StepId
  /** Screens where it is met by somebody who knows no way on: it is named there. */
  screens?: readonly string[]
  title: string
  /** What is missing or contradictory, and what the model does about it. */
  text: string
}

/** States that no sequence of observations tells apart, and why the model keeps them apart. */
export interface Alike {
  states: readonly [string, string, ...string[]]
  why: string
}

/** One documented procedure. */
export interface Flow<
  E extends string = string,
  G extends string = string,
  ScreenId extends string = string,
> {
  /** Unique in its pack; also the name of its page and its machine. */
  id: string
  title: string
  /** Number of the step → its instruction, in our own words, in one line. */
  steps: Readonly<Record<number, string>>
  /** Documented sentences that carry a rule but no number, in our own words. */
  sentences: Readonly<Record<string, string>>
  /** What may be true before the flow begins → how it is called; the first is the usual one. */
  givens: Readonly<Record<G, string>>
  /** Every event of the machine. */
  events: Readonly<Record<E, EventSpec<ScreenId>>>
  /** State → what tells it apart from others with the same screen, in a few words. Default: its name. */
  called?: Readonly<Record<string, string>>
  /** Documented steps or sentences without a transition → the reason. */
  notModelled: Readonly<Record<string, string>>
  gaps: readonly Gap[]
  /** States that nothing tells apart; a test finds those that are missing here. */
  alike?: readonly Alike[]
  /**
   * Where it can be seen whether the flow has changed anything: the links that lead there from the protected page, each
   * with the screen it is on. Needed if the product refuses someone who is signed in.
   */
  evidence?: readonly { on: ScreenId; press: string }[]
  /** Givens of people who are signed in at the provider before the flow begins. */
  signedInAtProvider?: readonly NoInfer<G>[]
  /**
   * Id of the procedure that is done next; `null` where none follows from this one. Default: the next one in the order of the
   * documentation, which need not be the order of the work.
   */
  next?: string | null
  /** Takes `{ given }` as its input. */
  machine: AnyStateMachine
}

/** A flow whose events are other procedures of the pack, each walked from beginning to end. */
export const isJourney = ({ events }: Flow): boolean => Object.values(events).some(({ leg }) => leg)

/** The given that a procedure of a journey begins with. */
export const givenOf = (flow: Flow, { given }: Leg): string => given ?? Object.keys(flow.givens)[0] ?? ''

/**
 * Keeps the literal names of events and givens, and lets a flow name only the screens of its pack.
 * @param _screens the screens of the pack
 */
export function defineFlow<S extends Screens, const E extends string, const G extends string>(
  _screens: S,
  flow: Flow<E, G, keyof S & string>,
): Flow<E, G, keyof S & string> {
  return flow
}
