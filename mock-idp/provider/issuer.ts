import type Provider from 'oidc-provider'
import type { Clock } from '../clock.ts'
import { findUserById } from '../directory/lookup.ts'
import type { Application, Directory, User } from '../directory/types.ts'
import type { NewEvent } from '../log/events.ts'
import { findMisbehaviour } from '../misbehaviours/index.ts'
import type { Misbehaviour } from '../misbehaviours/types.ts'
import type { World } from '../world.ts'
import { type Authority, misbehaviourIdOf, tenantIssuer } from './authority.ts'

/** One running issuer: an authority, the oidc-provider behind it, and what the request at hand has loaded. */
export interface Issuer {
  authority: Authority
  world: World
  provider: Provider
  clock: Clock
  /** `/common` or `/organizations`. */
  isShared: boolean
  /** Applications as last read from the store, for the library's synchronous questions. */
  applications: Map<string, Application>
  directoryOf(accountId: string | undefined): Directory | undefined
  tenantIssuer(directory: Directory): string
  misbehaviourOf(directory: Directory | undefined): Misbehaviour | undefined
  secretOf(appId: string): string
  emit(event: NewEvent, directory?: Directory): void
  /** Reads the directories and the application that a request is about. */
  load(appId: string | undefined): Promise<void>
  loadAccount(accountId: string): Promise<{ directory: Directory; user: User } | undefined>
}

/**
 * An Entra account's id is the tenant's and the user's, because behind `/common` users of many tenants sign in. A generic
 * provider's is the user's alone: there it is the public subject too.
 */
export const accountIdOf = (directory: Directory, userId: string): string =>
  directory.kind === 'oidc' ? userId : `${directory.id}.${userId}`

const tenantOf = (accountId: string) => accountId.slice(0, accountId.lastIndexOf('.'))
export const userIdOf = (accountId: string): string => accountId.slice(accountId.lastIndexOf('.') + 1)

export function makeIssuer(authority: Authority, world: World): Omit<Issuer, 'provider'> {
  const directories = new Map<string, Directory>()
  const applications = new Map<string, Application>()
  if (authority.directory) directories.set(authority.directory.id, authority.directory)

  return {
    authority,
    world,
    applications,
    isShared: authority.directory === undefined,
    clock: () => world.clockOf(authority.directory)(),
    directoryOf: (accountId) => authority.directory ?? directories.get(tenantOf(accountId ?? '')),
    tenantIssuer: (directory) => tenantIssuer(authority, directory.id),
    misbehaviourOf(directory) {
      const id = misbehaviourIdOf(authority, directory ?? authority.directory)
      return id === undefined ? undefined : findMisbehaviour(id)
    },
    secretOf: (appId) => applications.get(appId)?.passwordCredentials[0]?.secretText ?? '',
    emit: (event, directory) => world.emit(event, directory ?? authority.directory),
    async load(appId) {
      if (authority.directory) {
        const fresh = await world.store.get(authority.directory.id)
        if (fresh) {
          authority.directory = fresh
          directories.set(fresh.id, fresh)
        }
      }
      if (appId === undefined) return
      const found = await findApplicationFor(authority, appId, world)
      if (found) applications.set(appId, found)
      else applications.delete(appId)
    },
    async loadAccount(accountId) {
      const directory = authority.directory ?? (await world.store.get(tenantOf(accountId)))
      const user = directory && findUserById(directory, userIdOf(accountId))
      if (!directory || !user) return undefined
      directories.set(directory.id, directory)
      return { directory, user }
    },
  }
}

/** The application a client id stands for here: the tenant's own, or a multi-tenant one of another tenant. */
async function findApplicationFor(
  authority: Authority,
  appId: string,
  world: World,
): Promise<Application | undefined> {
  const own = authority.directory?.applications.find((each) => each.appId === appId)
  if (own || authority.kind === 'oidc') return own
  const found = await world.store.findByAppId(appId)
  return found?.application
}
