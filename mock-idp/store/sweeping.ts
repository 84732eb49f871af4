import type { ArtifactStore } from './artifacts.ts'

/** What expired of a directory is forgotten each time this many of its artifacts have been written. */
const sweepEvery = 2000

/**
 * Forgets in between what has expired. Each directory's artifacts are judged by its own time: the clocks of others say
 * nothing about them.
 */
export function sweeping(store: ArtifactStore): ArtifactStore {
  const writes = new Map<string, number>()
  return {
    ...store,
    async put(key, artifact) {
      await store.put(key, artifact)
      writes.set(artifact.owner, (writes.get(artifact.owner) ?? 0) + 1)
    },
    async sweep(owner, now) {
      if ((writes.get(owner) ?? 0) < sweepEvery) return
      writes.delete(owner)
      await store.sweep(owner, now)
    },
    async deleteOwner(owner) {
      writes.delete(owner)
      await store.deleteOwner(owner)
    },
  }
}
