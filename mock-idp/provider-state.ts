import type { Clock } from './clock.ts'
import type { DirectoryStore } from './directory/store.ts'
import type { Directory } from './directory/types.ts'
import type { Embedding } from './http/embedding.ts'
import { type KeyRing, keyRing } from './keys/ring.ts'
import { type EventLog, eventLog, type NewEvent } from './log/events.ts'
import { type RequestLog, requestLog } from './log/requests.ts'
import { type ArtifactStore, artifactStore } from './provider/artifacts.ts'
import { type Tickets, tickets } from './sign-in/tickets.ts'

/** Everything that the parts of one running provider share. */
export interface ProviderState {
  clock: Clock
  store: DirectoryStore
  events: EventLog
  requests: RequestLog
  tickets: Tickets
  /** A site that may show the pages in a frame. */
  embedding?: Embedding
  /** Cookie signing keys, made per process. */
  cookieKeys: string[]
  /** All Entra tenants sign with the same keys, as the real service does; each generic provider has its own. */
  keysOf(directory: Directory | undefined): KeyRing
  /** New keys. A tenant whose keys are rotated no longer shares keys, so no other tenant notices. */
  rotateKeys(directory: Directory | undefined): Promise<void>
  /** Entra tenants share codes and tokens, because a code from `/common` is redeemed there or at the tenant. */
  artifactsOf(directory: Directory | undefined): ArtifactStore
  clockOf(directory: Directory | undefined): Clock
  emit(event: NewEvent, directory?: Directory): void
  forget(directoryId: string): void
}

export function makeProviderState(options: {
  clock: Clock
  store: DirectoryStore
  folder?: string
  cookieKeys: string[]
  embedding?: Embedding
}): ProviderState {
  const { clock, store, folder, cookieKeys, embedding } = options
  const events = eventLog()
  const rings = new Map<string, KeyRing>()
  const artifacts = new Map<string, ArtifactStore>()
  const nameOf = (directory: Directory | undefined) =>
    directory?.kind === 'oidc' ? `oidc-${directory.id}` : 'entra'

  function once<T>(map: Map<string, T>, name: string, make: () => T): T {
    const known = map.get(name)
    if (known !== undefined) return known
    const made = make()
    map.set(name, made)
    return made
  }
  const clockOf = (directory: Directory | undefined) => directory?.clock ?? clock

  const ownRing = ({ kind, id }: Directory) => `${kind}-${id}`
  const keysOf = (directory: Directory | undefined): KeyRing => {
    const own = directory && rings.get(ownRing(directory))
    if (own) return own
    const name = nameOf(directory)
    return once(rings, name, () =>
      keyRing(name, directory?.kind === 'oidc' ? ['RS256', 'ES256'] : ['RS256'], { folder }),
    )
  }

  return {
    clock,
    store,
    cookieKeys,
    embedding,
    events,
    requests: requestLog(),
    tickets: tickets(),
    clockOf,
    keysOf,
    async rotateKeys(directory) {
      if (directory?.kind === 'entra' && !rings.has(ownRing(directory))) {
        const shared = await keysOf(directory).keys()
        rings.set(ownRing(directory), keyRing(ownRing(directory), ['RS256'], { folder, initial: shared }))
      }
      await keysOf(directory).rotate()
    },
    artifactsOf: (directory) => once(artifacts, nameOf(directory), artifactStore),
    emit: (event, directory) =>
      events.emit(directory ? { directory: directory.id, ...event } : event, clockOf(directory)()),
    forget(directoryId) {
      for (const kind of ['oidc', 'entra']) rings.delete(`${kind}-${directoryId}`)
      artifacts.delete(`oidc-${directoryId}`)
    },
  }
}
