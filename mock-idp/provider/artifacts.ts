import { type Adapter, type AdapterPayload, errors } from 'oidc-provider'
import { type Clock, seconds } from '../clock.ts'
import type { Artifact, ArtifactStore } from '../store/artifacts.ts'

/** In which part of the store an authority's artifacts are, and in whose time they expire. */
export interface Place {
  /** Tenants share one space, because a code from `/common` is redeemed there or at the tenant. */
  space: string
  /** Id of the directory; empty behind `/common`. */
  owner: string
  now: Clock
}

const isLive = (artifact: Artifact | undefined, now: number): artifact is Artifact =>
  artifact !== undefined && (artifact.expires ?? Number.POSITIVE_INFINITY) > now

/**
 * oidc-provider's storage interface. Unlike the library's own memory adapter it forgets by the simulated clock, so that a
 * code or a session of a sandbox whose clock was moved on has expired.
 * @param reuseSeconds for how long something spent may be used once more, counted from the first use; 0: never
 */
export function artifactAdapter(
  store: ArtifactStore,
  { space, owner, now }: Place,
  model: string,
  reuseSeconds: () => number = () => 0,
): Adapter {
  const within = (name: string) => `${space}/${name}`
  const keyOf = (id: string) => within(`${model}:${id}`)

  async function live(found: Promise<Artifact | undefined>): Promise<AdapterPayload | undefined> {
    const artifact = await found
    return isLive(artifact, now()) ? (artifact.payload as AdapterPayload) : undefined
  }

  const isSpent = (consumed: unknown) =>
    typeof consumed === 'number' && seconds(now) - consumed >= reuseSeconds()

  const revokeByGrantId = (grantId: string) => store.deleteGrant(within(grantId))

  return {
    async upsert(id, payload, expiresIn) {
      const ofGrant = payload.grantId && model !== 'Session' && model !== 'Interaction'
      await store.put(keyOf(id), {
        payload,
        owner,
        ...(expiresIn && { expires: now() + expiresIn * 1000 }),
        ...(ofGrant && { grant: within(String(payload.grantId)) }),
        ...(model === 'Session' && payload.uid && { uid: within(payload.uid) }),
      })
      await store.sweep(owner, now())
    },
    async find(id) {
      const payload = await live(store.get(keyOf(id)))
      return payload?.consumed && !isSpent(payload.consumed) ? { ...payload, consumed: undefined } : payload
    },
    findByUid: (uid) => live(store.getByUid(within(uid))),
    async findByUserCode() {
      return undefined
    },
    // A second request that comes while the first is still being answered finds it unspent.
    async consume(id) {
      const payload = await live(store.get(keyOf(id)))
      if (!payload || !isSpent(await store.spend(keyOf(id), seconds(now)))) return
      if (payload.grantId) await revokeByGrantId(payload.grantId)
      throw new errors.InvalidGrant(`${model} was already consumed`)
    },
    destroy: (id) => store.delete(keyOf(id)),
    revokeByGrantId,
  }
}
