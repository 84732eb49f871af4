/** Id of a documented step: `<flow>.<number>`, for example `log-in.4`. */
export type StepId = `${string}.${number}`

/**
 * Why a transition is in the model. A transition has exactly one reason:
 * - `step`: a numbered instruction of the documentation
 * - `sentence`: a documented sentence without a number, by its key in the flow's `sentences`
 * - `standard`: a clause (ASVS, NIST, RFC, WebAuthn), where the documentation is silent but a standard is not
 * - `inferred`: neither says it; the value says why it is modelled nevertheless
 */
export type Origin = { step: StepId } | { sentence: string } | { standard: string } | { inferred: string }

/** The four kinds of reason, as the keys that an origin has. */
export const originKinds = ['step', 'sentence', 'standard', 'inferred'] as const

/** What a transition carries: its origin and, where the product answers with a message, that message. */
export type TransitionMeta = Origin & {
  /** The part of the message that every deployment shows after the transition, in the product's own words. */
  shows?: string
  /** A further mail of this screen arrives then, where not every transition by the event brings one. */
  sends?: string
  /** The product refuses: an error is shown and nothing is gained, above all no session. */
  refused?: true
}

/** A transition to another state. */
export const to = (target: string, meta: TransitionMeta) => ({ target, meta })

/** The meta of a transition that the product refuses with a message. */
export const refused = (origin: Origin, shows: string): TransitionMeta => ({
  ...origin,
  refused: true,
  shows,
})

/** A transition that stays in its state because the product refuses. */
export const refuses = (origin: Origin, shows: string) => ({ meta: refused(origin, shows) })
