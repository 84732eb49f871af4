import type { Capability } from '../../machines/model/event.ts'
import type { Documented, OwnPages, Target } from '../targets/target.ts'
import type { Bench } from './bench/bench.ts'

/** What a target must have or say before a check can be made there. */
export type Need = Capability | `documented.${keyof Documented}` | `pages.${keyof OwnPages}`

/** One clause of a standard, and how a deployment is held to it from outside. */
export interface Check {
  /** Such as `LNK1`; its file's name begins with it. */
  id: string
  /** What must be so, in one sentence. */
  title: string
  /** Where that is demanded: bare numbers are OWASP ASVS 5.0.0, NIST is SP 800-63B-4, WebAuthn is Level 3. */
  source: string
  level: 'MUST' | 'SHOULD'
  /** Level of ASVS 5.0.0 from which on the clause binds; absent where the clause is not of ASVS. */
  asvsLevel?: 1 | 2 | 3
  needs: readonly Need[]
  /** Seconds it may take where screens take no longer than five; a minute where nothing is said. */
  seconds?: number
  /**
   * Claims on the bench, one after the other, what must be so. The first claim that doesn't hold ends it as `failed`;
   * whatever else it throws proves nothing.
   */
  prove(bench: Bench): Promise<void>
}

export const defineCheck = (check: Check): Check => check

/** Why a check can't be made at a target; `undefined` when it can. */
export function whatIsMissing({ needs }: Check, target: Target): string | undefined {
  const missing = needs.flatMap((need) => {
    const [kind, name = ''] = need.split('.')
    if (kind === 'documented')
      return target.documented?.[name as keyof Documented] === undefined ? [need] : []
    if (kind === 'pages') return target.pages?.[name as keyof OwnPages] === undefined ? [need] : []
    return target.capabilities.includes(need as Capability) ? [] : [need]
  })
  return missing.length > 0 ? `${target.name} lacks ${missing.join(', ')}.` : undefined
}
