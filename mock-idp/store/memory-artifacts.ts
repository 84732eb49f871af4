import type { Artifact, ArtifactStore } from './artifacts.ts'

/** Keys by something they have in common. */
class Index {
  readonly #keys = new Map<string, Set<string>>()

  add(group: string | undefined, key: string) {
    if (group === undefined) return
    const keys = this.#keys.get(group)
    if (keys) keys.add(key)
    else this.#keys.set(group, new Set([key]))
  }

  remove(group: string | undefined, key: string) {
    if (group === undefined) return
    const keys = this.#keys.get(group)
    keys?.delete(key)
    if (keys?.size === 0) this.#keys.delete(group)
  }

  of(group: string): string[] {
    return [...(this.#keys.get(group) ?? [])]
  }
}

/** Artifacts in this process's memory, gone when it ends. */
export function memoryArtifacts(): ArtifactStore {
  const artifacts = new Map<string, Artifact>()
  const byUid = new Map<string, string>()
  const byGrant = new Index()
  const byOwner = new Index()

  function remove(key: string) {
    const artifact = artifacts.get(key)
    if (!artifact) return
    artifacts.delete(key)
    byOwner.remove(artifact.owner, key)
    byGrant.remove(artifact.grant, key)
    if (artifact.uid !== undefined && byUid.get(artifact.uid) === key) byUid.delete(artifact.uid)
  }

  return {
    async put(key, artifact) {
      remove(key)
      artifacts.set(key, artifact)
      byOwner.add(artifact.owner, key)
      byGrant.add(artifact.grant, key)
      if (artifact.uid !== undefined) byUid.set(artifact.uid, key)
    },
    async get(key) {
      return artifacts.get(key)
    },
    async getByUid(uid) {
      return artifacts.get(byUid.get(uid) ?? '')
    },
    async ofOwner(owner) {
      return byOwner.of(owner).flatMap((key): [string, Artifact][] => {
        const artifact = artifacts.get(key)
        return artifact ? [[key, artifact]] : []
      })
    },
    async spend(key, at) {
      const payload = artifacts.get(key)?.payload
      if (!payload) return undefined
      const { consumed } = payload
      if (typeof consumed === 'number') return consumed
      payload.consumed = at
      return undefined
    },
    async delete(key) {
      remove(key)
    },
    async deleteGrant(grant) {
      for (const key of byGrant.of(grant)) remove(key)
    },
    async sweep(owner, now) {
      for (const key of byOwner.of(owner)) {
        const { expires = Number.POSITIVE_INFINITY } = artifacts.get(key) ?? {}
        if (expires <= now) remove(key)
      }
    },
    async trim(owner, kind, most) {
      const keys = byOwner.of(owner).filter((key) => key.startsWith(`${kind}:`))
      if (keys.length <= most) return
      const expires = (key: string) => artifacts.get(key)?.expires ?? Number.POSITIVE_INFINITY
      // Of those that expire together, the older ones are first.
      keys.sort((one, other) => (expires(one) < expires(other) ? -1 : Number(expires(one) > expires(other))))
      for (const key of keys.slice(0, keys.length - most)) remove(key)
    },
    async deleteOwner(owner) {
      for (const key of byOwner.of(owner)) remove(key)
    },
  }
}
