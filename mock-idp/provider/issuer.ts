import type Provider from 'oidc-provider'
import type { Clock } from '../clock.ts'
import { findUserById } from '../directory/lookup.ts'
import type { Application, Directory, User } from '../directory/types.ts'
import type { NewEvent } from '../log/events.ts'
import { findMisbehaviour } from '../misbehaviours/index.ts'
import type { Misbehaviour } from '../misbehaviours/types.ts'
import type { ProviderState } from '../provider-state.ts'
import { type Authority, misbehaviourIdOf, tenantIssuer } from './authority.ts'
import { LastUsed } from './last-used.ts'
import { ownApplication } from './own-applications.ts'

/** An application and the directory it is registered in. */
interface Registration {
  application: Application
  home: Directory
}

/** One running issuer: an authority, the oidc-provider behind it, and what the current request has loaded. */
export interface Issuer {
  authority: Authority
  state: ProviderState
  provider: Provider
  /** The provider's request handler, made once. */
  handle: ReturnType<Provider['callback']>
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
  /** Reads the application with a client id. */
  load(appId: string | undefined): Promise<Registration | undefined>
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

/** More than requests that are answered at once: behind `/common` tenants come and go. */
const maxLoaded = 2000

/** What there is before the provider is built on it. */
export type BareIssuer = Omit<Issuer, 'provider' | 'handle'>

export function makeIssuer(authority: Authority, state: ProviderState): BareIssuer {
  /** Behind a shared address: the tenants of the people who signed in. */
  const directories = new LastUsed<string, Directory>(maxLoaded)
  const applications = new LastUsed<string, Application>(maxLoaded)

  return {
    authority,
    state,
    applications,
    isShared: authority.directory === undefined,
    clock: () => state.clockOf(authority.directory)(),
    directoryOf: (accountId) => authority.directory ?? directories.get(tenantOf(accountId ?? '')),
    tenantIssuer: (directory) => tenantIssuer(authority, directory.id),
    misbehaviourOf(directory) {
      const id = misbehaviourIdOf(authority, directory ?? authority.directory)
      return id === undefined ? undefined : findMisbehaviour(id)
    },
    secretOf: (appId) => applications.get(appId)?.passwordCredentials[0]?.secretText ?? '',
    emit: (event, directory) => state.emit(event, directory ?? authority.directory),
    async load(appId) {
      if (appId === undefined) return undefined
      const found = await findApplicationFor(authority, appId, state)
      if (found) applications.set(appId, found.application)
      else applications.delete(appId)
      return found
    },
    async loadAccount(accountId) {
      const directory = authority.directory ?? (await state.store.get(tenantOf(accountId)))
      const user = directory && findUserById(directory, userIdOf(accountId))
      if (!directory || !user) return undefined
      directories.set(directory.id, directory)
      return { directory, user }
    },
  }
}

/** The application with a client id here: the tenant's own, a first-party one, or one of another tenant. */
async function findApplicationFor(
  authority: Authority,
  appId: string,
  state: ProviderState,
): Promise<Registration | undefined> {
  const { directory: home } = authority
  const own = home?.applications.find((each) => each.appId === appId)
  if (home && own) return { application: own, home }
  const firstParty = home && ownApplication(authority, appId)
  if (firstParty) return { application: firstParty, home }
  if (authority.kind === 'oidc') return undefined
  const found = await state.store.findByAppId(appId)
  return found && { application: found.application, home: found.directory }
}
