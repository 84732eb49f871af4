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

  const userCodeKey = (code: string) => within(`user-code:${code}`)

  /** A code is kept for as long again after it has expired, so that its device learns that; the library reads `exp`. */
  const withDue = (payload: AdapterPayload | undefined): AdapterPayload | undefined =>
    payload && { ...payload, exp: seconds(Date.now) + Math.ceil((Number(payload.due) - now()) / 1000) }

  return {
    async upsert(id, given, expiresIn) {
      const ofGrant = given.grantId && model !== 'Session' && model !== 'Interaction'
      const isDeviceCode = model === 'DeviceCode'
      const payload = isDeviceCode ? { ...given, due: now() + (expiresIn ?? 0) * 1000 } : given
      const uid = model === 'Session' && payload.uid && within(payload.uid)
      const second = isDeviceCode && payload.userCode ? userCodeKey(payload.userCode) : uid
      await store.put(keyOf(id), {
        payload,
        owner,
        ...(expiresIn && { expires: now() + (isDeviceCode ? 2 : 1) * expiresIn * 1000 }),
        ...(ofGrant && { grant: within(String(payload.grantId)) }),
        ...(second && { uid: second }),
      })
      await store.sweep(owner, now())
    },
    async find(id) {
      const payload = await live(store.get(keyOf(id)))
      if (model === 'DeviceCode') return withDue(payload)
      return payload?.consumed && !isSpent(payload.consumed) ? { ...payload, consumed: undefined } : payload
    },
    findByUid: (uid) => live(store.getByUid(within(uid))),
    findByUserCode: async (code) => withDue(await live(store.getByUid(userCodeKey(code)))),
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
