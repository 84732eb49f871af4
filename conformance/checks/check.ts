import type { Capability } from '../../machines/model/event.ts'
import type { RoleName } from '../../machines/model/roles.ts'
import type { Documented } from '../targets/documented.ts'
import type { OwnPages } from '../targets/own-pages.ts'
import type { Target } from '../targets/target.ts'
import type { Bench } from './bench/bench.ts'
import { whyNoRole } from './role-here.ts'

/** What a target must have or say before a check can be made there. */
export type Need = Capability | `documented.${keyof Documented}` | `pages.${keyof OwnPages}`

/** What a clause of a standard demands, and how a deployment is tested for it from outside. */
export interface Check {
  /** Such as `LNK1`; the name of its file begins with it. */
  id: string
  /** What must hold, in one sentence. */
  title: string
  /** The clauses that demand it: bare numbers are OWASP ASVS 5.0.0, NIST is SP 800-63B-4, WebAuthn is Level 3. */
  source: string
  level: 'MUST' | 'SHOULD'
  /** Level of ASVS 5.0.0 from which on the clause binds; absent where the clause is not of ASVS. */
  asvsLevel?: 1 | 2 | 3
  /** What the product's pack must say how to do; of a list within the list any one is enough. */
  roles: readonly (RoleName | readonly RoleName[])[]
  /** Roles that it uses where the pack has them. */
  uses?: readonly RoleName[]
  needs: readonly Need[]
  /** Id of the flow that it walks, where it is made for one. */
  flow?: string
  /** Seconds it may take where screens take no longer than five. Default: a minute. */
  seconds?: number
  /** Name of each claim → what must hold. `once` of LNK1 is reported and accepted as `LNK1.once`. */
  claims: Readonly<Record<string, string>>
  /**
   * Judges each claim on the bench. A claim that fails does not end the check; one that is never judged is `inconclusive`,
   * and so is everything that is left when this throws.
   */
  prove(bench: Bench): Promise<void>
}

export const defineCheck = (check: Check): Check => check

/** The roles that a check needs, in words: “login”, “activation or reset”. */
export const rolesNeeded = ({ roles }: Pick<Check, 'roles'>): string[] =>
  roles.map((role) => [role].flat().join(' or '))

/** Why a check can't be made at a target; `undefined` when it can. */
export function whatIsMissing({ id, needs, roles, flow }: Check, target: Target): string | undefined {
  const leftOut = target.leftOut?.[id]
  if (leftOut !== undefined) return `The profile leaves it out: ${leftOut}`
  const notWalked = flow === undefined ? undefined : target.cannotWalk?.(flow)
  if (notWalked !== undefined) return `${flow} is not walked here. ${notWalked}`
  for (const role of roles) {
    const [first, ...others] = [role].flat().map((one) => whyNoRole(target, one))
    if (first !== undefined && !others.includes(undefined)) return first
  }
  const missing = needs.flatMap((need) => {
    const [kind, part = ''] = need.split('.')
    if (kind === 'documented')
      return target.documented?.[part as keyof Documented] === undefined ? [need] : []
    if (kind === 'pages') return target.pages?.[part as keyof OwnPages] === undefined ? [need] : []
    return target.capabilities.includes(need as Capability) ? [] : [need]
  })
  return missing.length > 0 ? `${target.name} lacks ${missing.join(', ')}.` : undefined
}
