import { findApplicationNamed, findUserNamed } from './directory/lookup.ts'
import type { Application, Directory, User } from './directory/types.ts'
import type { IdpEvent, Listener } from './log/events.ts'
import type { EnqueuedAnswer, RecordedRequest } from './log/requests.ts'
import { findMisbehaviour, misbehaviours } from './misbehaviours/index.ts'
import type { TokenResponse } from './operations/issue-tokens-for.ts'
import { reset } from './operations/reset.ts'
import { accountIdOf } from './provider/issuer.ts'
import type { Issuers } from './provider/issuers.ts'
import { ownSignInUrl } from './provider/own-applications.ts'
import { resolveAuthority } from './provider/resolve-authority.ts'
import type { ProviderState } from './provider-state.ts'
import type { DirectoryStore } from './store/directories.ts'

interface IssuerOptions {
  /** The https address instead of the http one. */
  secure?: boolean
  /** An address that misbehaves, whatever the directory does. */
  misbehaviour?: string
}

/** A running provider, as tests and the site hold it. */
export interface MockIdp {
  url: string
  /** The https address, when it was asked for. */
  secureUrl?: string
  /** The certificate as a PEM file, for NODE_EXTRA_CA_CERTS and its like. */
  certificateFile?: string
  close(): Promise<void>

  store: DirectoryStore
  addDirectory(directory: Directory): Promise<Directory>
  removeDirectory(id: string): Promise<void>
  /** The issuer of a directory; its metadata lie below it. */
  issuer(directory: Directory, options?: IssuerOptions): string

  /**
   * An address that immediately signs a user in, in the browser that opens it: for tests that begin signed in. It works
   * once.
   */
  signInUrl(directory: Directory, user: User): string
  /** The admin center of an Entra tenant. */
  adminCenter(directory: Directory): string

  /** Lets everything of a directory misbehave from now on; undefined: no longer. Throws UnknownMisbehaviour. */
  misbehave(directoryId: string, misbehaviour: string | undefined): Promise<void>
  /** Sets how far a directory's time is ahead of the provider's, in ms; below 0: behind. */
  setClock(directoryId: string, offset: number): Promise<void>
  /** New signing keys for a directory; without an id for all Entra tenants that still share theirs. */
  rotateKeys(directoryId?: string): Promise<void>

  /** Ends all sessions of a user in a directory, by sign-in name or id, and notifies the applications. Answers how many sessions. */
  signOut(directoryId: string, user: string): Promise<number>
  /**
   * Tokens for a user and an application without a browser, from a code that is redeemed at the token endpoint. Throws
   * TokenRefused.
   */
  tokensFor(
    directoryId: string,
    who: { user: string; application: string; scope?: string },
  ): Promise<TokenResponse>
  /**
   * Makes everything as it was at the start: directories, users, applications, clocks; no sessions, tokens, events, requests and
   * enqueued answers. Keys stay, because clients cache them.
   */
  reset(): Promise<void>

  /** The next request that came in (and matches), waiting for it up to `timeout` ms (2000). Throws RequestQueueEmpty. */
  takeRequest(options?: { path?: string; timeout?: number }): Promise<RecordedRequest>
  /** Answers the next matching request with this instead. Throws AnswerQueueFull. */
  enqueue(answer: EnqueuedAnswer): void

  onEvent(listener: Listener): () => void
  events(signal?: AbortSignal): AsyncIterable<IdpEvent>
}

export class UnknownMisbehaviour extends Error {
  readonly code = 'UNKNOWN_MISBEHAVIOUR'
  constructor(id: string) {
    super(
      `There is no misbehaviour '${id}'. Choose one of: ${misbehaviours.map((each) => each.id).join(', ')}.`,
    )
  }
}

export class UnknownDirectory extends Error {
  readonly code = 'UNKNOWN_DIRECTORY'
  constructor(id: string) {
    super(`There is no directory '${id}': add it first, or look at the list in store.list().`)
  }
}

export class UnknownEntry extends Error {
  readonly code: string
  constructor(what: 'user' | 'application' | 'group', name: string, { displayName }: Directory) {
    super(`There is no ${what} '${name}' in the directory '${displayName}'.`)
    this.code = `UNKNOWN_${what.toUpperCase()}`
  }
}

export function needUser(directory: Directory, name: string): User {
  const user = findUserNamed(directory, name)
  if (!user) throw new UnknownEntry('user', name, directory)
  return user
}

export function needApplication(directory: Directory, id: string): Application {
  const application = findApplicationNamed(directory, id)
  if (!application) throw new UnknownEntry('application', id, directory)
  return application
}

export interface Addresses {
  url: string
  secureUrl?: string
  certificateFile?: string
  close(): Promise<void>
}

const mountOf = ({ kind, id }: Directory) => (kind === 'entra' ? `/${id}` : `/oidc/${id}`)

/**
 * @internal
 * @param initial the directories that a reset restores
 */
export function mockIdp(
  state: ProviderState,
  issuers: Issuers,
  addresses: Addresses,
  initial: readonly Directory[],
): MockIdp {
  const { store, requests, events } = state
  async function need(id: string): Promise<Directory> {
    const directory = await store.get(id)
    if (!directory) throw new UnknownDirectory(id)
    return directory
  }

  /** The issuer of a directory, by the address for everyone. */
  async function issuerOf(directory: Directory) {
    const resolved = await resolveAuthority(mountOf(directory), addresses.url, store)
    if ('missing' in resolved) throw new UnknownDirectory(directory.id)
    return issuers.of(resolved.found)
  }

  return {
    ...addresses,
    store,
    async addDirectory(directory) {
      await store.put(directory)
      return directory
    },
    async removeDirectory(id) {
      await store.delete(id)
      await state.forget(id)
    },
    issuer({ kind, id }, { secure = false, misbehaviour } = {}) {
      const base = secure ? (addresses.secureUrl ?? addresses.url) : addresses.url
      const name = misbehaviour ? `${id}~${misbehaviour}` : id
      return kind === 'entra' ? `${base}/${name}/v2.0` : `${base}/oidc/${name}`
    },
    signInUrl: (directory, user) =>
      ownSignInUrl(
        { kind: directory.kind, base: addresses.url, mount: mountOf(directory) },
        '/account',
        state.tickets.issue(accountIdOf(directory, user.id), directory.id, state.clockOf(directory)()),
      ),
    adminCenter: ({ id }) => `${addresses.url}/${id}/admin`,
    async misbehave(directoryId, id) {
      if (id !== undefined && !findMisbehaviour(id)) throw new UnknownMisbehaviour(id)
      const directory = await need(directoryId)
      directory.misbehaviour = id
      await store.put(directory)
      state.emit({ type: 'directory-changed', what: id ? `misbehaves: ${id}` : 'behaves' }, directory)
    },
    async setClock(directoryId, offset) {
      const directory = await need(directoryId)
      directory.clockOffset = offset
      await store.put(directory)
      state.emit({ type: 'directory-changed', what: 'clock moved' }, directory)
    },
    async rotateKeys(directoryId) {
      const directory = directoryId === undefined ? undefined : await need(directoryId)
      await state.rotateKeys(directory)
      state.emit({ type: 'directory-changed', what: 'signing keys rotated' }, directory)
    },
    async signOut(directoryId, name) {
      const directory = await need(directoryId)
      const { signOutUser } = await import('./operations/sign-out-user.ts')
      return signOutUser(await issuerOf(directory), directory, needUser(directory, name))
    },
    async tokensFor(directoryId, { user, application, scope = 'openid profile email offline_access' }) {
      const directory = await need(directoryId)
      const who = {
        directory,
        user: needUser(directory, user),
        application: needApplication(directory, application),
      }
      const { issueTokensFor } = await import('./operations/issue-tokens-for.ts')
      return issueTokensFor(await issuerOf(directory), who, scope)
    },
    reset: () => reset(state, initial),
    takeRequest: (options) => requests.take(options),
    enqueue: (answer) => requests.enqueue(answer),
    onEvent: (listener) => events.subscribe(listener),
    events: (signal) => events.stream(signal),
  }
}
