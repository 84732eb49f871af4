import type { Directory } from '../directory/types.ts'
import type { Misbehaviour } from '../misbehaviours/types.ts'

/**
 * One address under which the provider signs people in, with its own issuer: a tenant, `/common`, a generic provider;
 * each of them also with a misbehaviour in its address (`/{tenant}~nonce-invalid`).
 */
export interface Authority {
  kind: 'entra' | 'oidc'
  /** Scheme, host and port. */
  base: string
  /** The path below which everything of this authority lies: `/{tenant}`, `/common`, `/oidc/{id}`. */
  mount: string
  /** The issuer as the metadata announce it; `/common` announces a template. */
  issuer: string
  /** The one directory behind it; `/common` and `/organizations` have none. */
  directory?: Directory
  /** The misbehaviour that the address names. */
  misbehaviour?: Misbehaviour
}

/** `/common` and `/organizations`: which tenant it is turns out only when a user signs in. */
export const sharedTenants = ['common', 'organizations'] as const

/** The tenant's own issuer at the same base, with the same misbehaviour in the address. */
export function tenantIssuer(authority: Authority, tid: string): string {
  const suffix = authority.misbehaviour ? `~${authority.misbehaviour.id}` : ''
  return `${authority.base}/${tid}${suffix}/v2.0`
}

/** What misbehaves for a directory here: the address decides, then the directory. */
export const misbehaviourIdOf = (
  authority: Authority,
  directory: Directory | undefined,
): string | undefined => authority.misbehaviour?.id ?? directory?.misbehaviour
