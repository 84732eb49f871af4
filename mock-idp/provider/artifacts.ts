import { type Adapter, type AdapterPayload, errors } from 'oidc-provider'
import { type Clock, seconds } from '../clock.ts'

/** What oidc-provider keeps: codes, tokens, sessions, grants, interactions. `expires` is simulated time in ms. */
interface Artifact {
  payload: AdapterPayload
  expires: number
}

/** The indexes that oidc-provider looks artifacts up by, in addition to their id. */
export interface ArtifactStore {
  byKey: Map<string, Artifact>
  bySessionUid: Map<string, string>
  byGrant: Map<string, Set<string>>
  /** Keys are swept of what has expired each time this many have been written. */
  writesUntilSweep: number
}

const sweepEvery = 2000

export const artifactStore = (): ArtifactStore => ({
  byKey: new Map(),
  bySessionUid: new Map(),
  byGrant: new Map(),
  writesUntilSweep: sweepEvery,
})

function sweep(store: ArtifactStore, now: number) {
  store.writesUntilSweep = sweepEvery
  for (const [key, { expires }] of store.byKey) if (expires <= now) store.byKey.delete(key)
  for (const [uid, key] of store.bySessionUid) if (!store.byKey.has(key)) store.bySessionUid.delete(uid)
  for (const [grant, keys] of store.byGrant) {
    for (const key of keys) if (!store.byKey.has(key)) keys.delete(key)
    if (keys.size === 0) store.byGrant.delete(grant)
  }
}

/**
 * oidc-provider's storage interface over plain maps. Unlike the library's own memory adapter it forgets by the simulated
 * clock, so that a code or a session of a sandbox whose clock was moved on has expired.
 * @param reuseSeconds for how long something spent may be used once more, counted from the first use; 0: never
 */
export function artifactAdapter(
  store: ArtifactStore,
  now: Clock,
  model: string,
  reuseSeconds: () => number = () => 0,
): Adapter {
  const keyOf = (id: string) => `${model}:${id}`

  function live(key: string | undefined): AdapterPayload | undefined {
    const artifact = key === undefined ? undefined : store.byKey.get(key)
    return artifact && artifact.expires > now() ? artifact.payload : undefined
  }

  const isSpent = ({ consumed }: AdapterPayload) =>
    typeof consumed === 'number' && seconds(now) - consumed >= reuseSeconds()

  async function revokeByGrantId(grantId: string) {
    for (const key of store.byGrant.get(grantId) ?? []) store.byKey.delete(key)
    store.byGrant.delete(grantId)
  }

  return {
    async upsert(id, payload, expiresIn) {
      const key = keyOf(id)
      store.byKey.set(key, {
        payload,
        expires: expiresIn ? now() + expiresIn * 1000 : Number.POSITIVE_INFINITY,
      })
      if (model === 'Session' && payload.uid) store.bySessionUid.set(payload.uid, key)
      if (payload.grantId && model !== 'Session' && model !== 'Interaction') {
        const keys = store.byGrant.get(payload.grantId) ?? new Set()
        store.byGrant.set(payload.grantId, keys.add(key))
      }
      store.writesUntilSweep -= 1
      if (store.writesUntilSweep <= 0) sweep(store, now())
    },
    async find(id) {
      const payload = live(keyOf(id))
      return payload?.consumed && !isSpent(payload) ? { ...payload, consumed: undefined } : payload
    },
    async findByUid(uid) {
      return live(store.bySessionUid.get(uid))
    },
    async findByUserCode() {
      return undefined
    },
    // A second request that comes while the first is still being answered finds it unspent.
    async consume(id) {
      const payload = live(keyOf(id))
      if (!payload) return
      if (isSpent(payload)) {
        if (payload.grantId) await revokeByGrantId(payload.grantId)
        throw new errors.InvalidGrant(`${model} was already consumed`)
      }
      payload.consumed ??= seconds(now)
    },
    async destroy(id) {
      store.byKey.delete(keyOf(id))
    },
    revokeByGrantId,
  }
}
