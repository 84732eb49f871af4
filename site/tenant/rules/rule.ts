/**
 * Where a rule comes from: a clause of a standard by its number, the documentation by its procedure or step, or `Inferred`
 * where neither says it.
 */
export type Clause =
  | `ASVS 5.0 ${string}`
  | `NIST SP 800-63B-4 ${string}`
  | `RFC ${number} ${string}`
  | `WebAuthn Level 3 ${string}`
  | `WCAG 2.2 ${string}`
  | `OpenID Connect ${string} 1.0 ${string}`
  | `Documentation ${string}`
  | 'Inferred'

/** What a part of the tenant guarantees, and where that comes from. */
export interface Guarantee {
  /** In full sentences, for the page of clauses. */
  says: string
  clauses: readonly [Clause, ...Clause[]]
  /** The tests that prove it in addition to its own, by their paths below the tenant's folder. */
  tests?: readonly string[]
}

/** A guarantee that a rule gives. */
export interface RuleGuarantee extends Guarantee {
  /** The name of the file in `rules/`, without its ending. */
  subject: string
}

type Decision = (...args: never[]) => unknown

const guarantees = new WeakMap<Decision, RuleGuarantee>()

/**
 * What the file of a subject defines its rules with. A rule is an ordinary function, so that another one of the same
 * type can replace it; what it guarantees is a property of it.
 * @param name the name of the file, without its ending
 */
export function subject(name: string): <D extends Decision>(guarantee: Guarantee, decide: D) => D {
  return (guarantee, decide) => {
    guarantees.set(decide, { ...guarantee, subject: name })
    return decide
  }
}

/** What a rule guarantees; undefined for a function that no subject has defined. */
export const guaranteeOf = (decide: Decision): RuleGuarantee | undefined => guarantees.get(decide)
