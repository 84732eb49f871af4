import type { AnyStateMachine } from 'xstate'
import type { ScreenId } from './screens.ts'

/** Id of a documented step: `<flow>.<number>`, for example `log-in.4`. */
export type StepId = `${string}.${number}`

/**
 * Why a transition is in the model. A transition has exactly one reason:
 * - `step`: a numbered instruction of the documentation
 * - `sentence`: a documented sentence without a number, by its key in {@link Flow.sentences}
 * - `standard`: a clause (ASVS, NIST, RFC, WebAuthn), where the documentation is silent but a standard is not
 * - `inferred`: neither says it; the value says why it is modelled nevertheless
 */
export type Origin = { step: StepId } | { sentence: string } | { standard: string } | { inferred: string }

/** What hangs on a transition: its origin and, where the screen answers with a message, that message. */
export type TransitionMeta = Origin & {
  /** The message that is shown after the transition, in the product's own words. */
  shows?: string
  /** The person is turned away: an error is shown and nothing is gained, above all no session. */
  refused?: true
}

/** A transition to another state. */
export const to = (target: string, meta: TransitionMeta) => ({ target, meta })

/** The meta of a transition that turns the person away with a message. */
export const refused = (origin: Origin, shows: string): TransitionMeta => ({
  ...origin,
  refused: true,
  shows,
})

/** A transition that stays where it is and turns the person away. */
export const refuses = (origin: Origin, shows: string) => ({ meta: refused(origin, shows) })

/** What hangs on a state: the screen that a person is shown there. */
export interface StateMeta {
  screen: ScreenId
}

/** Tag of every state in which a session exists and protected pages may be seen. */
export const SIGNED_IN = 'signed-in'

/** The types of a flow's machine, for `setup({ types: {} as FlowTypes<…> })`. */
export interface FlowTypes<Event extends string, Given extends string, Context = Record<never, never>> {
  context: Context
  events: { type: Event }
  input: { given: Given }
  meta: StateMeta
  tags: typeof SIGNED_IN
  transitionMeta: TransitionMeta
}

/** Things a deployment must offer to the harness before an event can be sent to it. */
export const capabilities = [
  'mailbox',
  'clock',
  'authenticator-app',
  'security-key',
  'identity-provider',
  'admin-center',
] as const
export type Capability = (typeof capabilities)[number]

/** Where on the reader's desk an event happens. */
export type Place = 'screen' | 'mail' | 'clock' | 'key' | 'provider' | 'admin-center'

/**
 * One thing a person can do, described by what is seen rather than by code, so that the page can offer it, the
 * simulator can do it and a driver can do it on any deployment.
 */
export interface EventSpec {
  /** Imperative, as a button or a list entry: "Enter a wrong password". */
  label: string
  at: Place
  /** Label of a field → the symbolic value that goes in (`right`, `wrong`, `unknown` …); `''` leaves it empty. */
  fill?: Record<string, string>
  /** Label of the button or link that is pressed last. */
  press?: string
  needs?: readonly Capability[]
}

/** Something the documentation leaves open, or where it contradicts itself or a standard. A finding to be shown. */
export interface Gap {
  id: string
  /** The step or sentence it concerns; none where a whole procedure is missing. */
  step?: StepId
  title: string
  /** What is missing or contradictory, and what the model does about it. */
  text: string
}

/** One documented procedure. */
export interface Flow<E extends string = string, G extends string = string> {
  /** Also the name of its page, its driver and its machine. */
  id: string
  title: string
  /** Number of the step → its instruction, in our own words, in one line. */
  steps: Record<number, string>
  /** Documented sentences that carry a rule but no number, in our own words. */
  sentences: Record<string, string>
  /** What may be true before the flow begins → how it is called; the first is the usual one. */
  givens: Record<G, string>
  /** Every event of the machine. */
  events: Record<E, EventSpec>
  /** Documented steps or sentences without a transition → the reason. */
  notModelled: Record<string, string>
  gaps: Gap[]
  /** Takes `{ given }` as its input. */
  machine: AnyStateMachine
}

/** Keeps the literal names of events and givens, and the promise that none is missing. */
export function defineFlow<const E extends string, const G extends string>(flow: Flow<E, G>): Flow<E, G> {
  return flow
}
