import { findMisbehaviour } from '../misbehaviours/index.ts'
import type { DirectoryStore } from '../store/directories.ts'
import type { Authority } from './authority.ts'
import { sharedTenants } from './authority.ts'
import { splitPath } from './split-path.ts'

export type Resolution =
  | { found: Authority }
  /** `kind` tells how the error has to look. */
  | { missing: string; kind: 'entra' | 'oidc' }

const isShared = (name: string) => sharedTenants.some((shared) => shared === name)

/**
 * Finds the authority that a path belongs to. The first segment names an Entra tenant (by id or domain) or `oidc`, whose
 * second segment names the provider; a misbehaviour follows after `~`.
 */
export async function resolveAuthority(
  path: string,
  base: string,
  store: DirectoryStore,
): Promise<Resolution> {
  const { kind, segment, mount } = splitPath(path)
  const [name = '', misbehaviourId] = segment.split('~')
  const misbehaviour = misbehaviourId === undefined ? undefined : findMisbehaviour(misbehaviourId)
  if (misbehaviourId !== undefined && !misbehaviour) return { missing: segment, kind }

  if (kind === 'entra' && isShared(name)) {
    const suffix = misbehaviour ? `~${misbehaviour.id}` : ''
    return { found: { kind, base, mount, issuer: `${base}/{tenantid}${suffix}/v2.0`, misbehaviour } }
  }
  const directory = (await store.get(name)) ?? (kind === 'entra' ? await store.findByDomain(name) : undefined)
  if (directory?.kind !== kind) return { missing: segment, kind }
  const suffix = misbehaviour ? `~${misbehaviour.id}` : ''
  const issuer =
    kind === 'entra' ? `${base}/${directory.id}${suffix}/v2.0` : `${base}/oidc/${directory.id}${suffix}`
  return { found: { kind, base, mount, issuer, directory, misbehaviour } }
}
