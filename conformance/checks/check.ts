import type { Capability } from '../../machines/model/event.ts'
import { aboutRoles, type RoleName } from '../../machines/model/roles.ts'
import type { Documented, OwnPages, Target } from '../targets/target.ts'
import type { Bench } from './bench/bench.ts'

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
  /** What the product's pack must say how to do. */
  roles: readonly RoleName[]
  /** Roles that it uses where the pack has them. */
  uses?: readonly RoleName[]
  needs: readonly Need[]
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

/** Why a check can't be made at a target; `undefined` when it can. */
export function whatIsMissing(
  { id, needs, roles }: Check,
  { name, packs, ...target }: Target,
): string | undefined {
  const leftOut = target.leftOut?.[id]
  if (leftOut !== undefined) return `The profile leaves it out: ${leftOut}`
  const unknown = roles.filter((role) => !packs.some((pack) => pack.roles?.[role]))
  if (unknown.length > 0) {
    const titles = packs.map(({ title }) => `“${title}”`).join(' and ')
    const about = unknown.map((role) => `${role} (${aboutRoles[role]})`).join(', ')
    return `The pack ${titles} does not say how its product does this: ${about}.`
  }
  const missing = needs.flatMap((need) => {
    const [kind, part = ''] = need.split('.')
    if (kind === 'documented')
      return target.documented?.[part as keyof Documented] === undefined ? [need] : []
    if (kind === 'pages') return target.pages?.[part as keyof OwnPages] === undefined ? [need] : []
    return target.capabilities.includes(need as Capability) ? [] : [need]
  })
  return missing.length > 0 ? `${name} lacks ${missing.join(', ')}.` : undefined
}
