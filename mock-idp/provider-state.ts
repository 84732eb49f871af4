import type { Clock } from './clock.ts'
import type { Directory } from './directory/types.ts'
import type { Embedding } from './http/embedding.ts'
import { type KeyRing, keyRing } from './keys/ring.ts'
import type { SigningKey } from './keys/signing-key.ts'
import { type EventLog, eventLog, type NewEvent } from './log/events.ts'
import { type RequestLog, requestLog } from './log/requests.ts'
import type { Place } from './provider/artifacts.ts'
import { type Tickets, tickets } from './sign-in/tickets.ts'
import type { ArtifactStore } from './store/artifacts.ts'
import type { DirectoryStore } from './store/directories.ts'
import type { IdpStore } from './store/store.ts'
import { sweeping } from './store/sweeping.ts'

/** Everything that the parts of one running provider share. */
export interface ProviderState {
  clock: Clock
  store: DirectoryStore
  events: EventLog
  requests: RequestLog
  tickets: Tickets
  /** A site that may show the pages in a frame. */
  embedding?: Embedding
  /** Cookie signing keys. */
  cookieKeys: string[]
  /** All Entra tenants sign with the same keys, as the real service does; each generic provider has its own. */
  keysOf(directory: Directory | undefined): KeyRing
  /** New keys. A tenant whose keys are rotated no longer shares keys, so no other tenant notices. */
  rotateKeys(directory: Directory | undefined): Promise<void>
  artifacts: ArtifactStore
  placeOf(directory: Directory | undefined): Omit<Place, 'now'>
  clockOf(directory: Directory | undefined): Clock
  emit(event: NewEvent, directory?: Directory): void
  /** Forgets a directory with everything that belongs to it: codes, tokens, sessions and keys. */
  forget(directoryId: string): Promise<void>
  /** Notes that a directory is in use. */
  touch(directoryId: string): void
  /** When a directory was last used, in ms of real time; undefined: not since the start. */
  lastUse(directoryId: string): number | undefined
}

const kinds = ['entra', 'oidc'] as const
const ownRing = ({ kind, id }: Pick<Directory, 'kind' | 'id'>) => `${kind}-${id}`
const algsOf = (kind: Directory['kind']) =>
  kind === 'oidc' ? (['RS256', 'ES256'] as const) : (['RS256'] as const)

export function makeProviderState(options: {
  clock: Clock
  store: IdpStore
  cookieKeys: string[]
  embedding?: Embedding
}): ProviderState {
  const { clock, cookieKeys, embedding } = options
  const { directories: store, keys } = options.store
  const events = eventLog()
  const rings = new Map<string, KeyRing>()
  const uses = new Map<string, number>()
  const artifacts = sweeping(options.store.artifacts)
  const clockOf =
    (directory: Directory | undefined): Clock =>
    () =>
      clock() + (directory?.clockOffset ?? 0)

  function ring(name: string, kind: Directory['kind'], initial?: SigningKey[]): KeyRing {
    const known = rings.get(name)
    if (known !== undefined) return known
    const made = keyRing(name, algsOf(kind), { store: keys, initial })
    rings.set(name, made)
    return made
  }
  const keysOf = (directory: Directory | undefined): KeyRing =>
    directory && (directory.kind === 'oidc' || directory.hasOwnKeys)
      ? ring(ownRing(directory), directory.kind)
      : ring('entra', 'entra')

  return {
    clock,
    store,
    cookieKeys,
    embedding,
    events,
    artifacts,
    requests: requestLog(),
    tickets: tickets(artifacts),
    clockOf,
    keysOf,
    async rotateKeys(directory) {
      if (directory?.kind === 'entra' && !directory.hasOwnKeys) {
        ring(ownRing(directory), 'entra', await keysOf(directory).keys())
        directory.hasOwnKeys = true
        await store.put(directory)
      }
      await keysOf(directory).rotate()
    },
    placeOf: (directory) => ({
      space: directory?.kind === 'oidc' ? ownRing(directory) : 'entra',
      owner: directory?.id ?? '',
    }),
    emit: (event, directory) =>
      events.emit(directory ? { directory: directory.id, ...event } : event, clockOf(directory)()),
    touch: (id) => void uses.set(id, Date.now()),
    lastUse: (id) => uses.get(id),
    async forget(id) {
      uses.delete(id)
      for (const kind of kinds) {
        rings.delete(ownRing({ kind, id }))
        await keys.delete(ownRing({ kind, id }))
      }
      await artifacts.deleteOwner(id)
    },
  }
}
