import type { ArtifactStore } from './artifacts.ts'

/** What expired of a directory is forgotten each time this many of its artifacts have been written. */
const sweepEvery = 1000

/**
 * How many of one kind a directory keeps that have not expired. Anybody can begin a sign-in and leave it, as often as they like, with
 * long parameters; what is left of those that were finished is smaller, and only people with an account cause it.
 */
const mostBegun = 5_000
const mostKept = 20_000
const begun = new Set(['Interaction', 'PushedAuthorizationRequest', 'DeviceCode'])

const kindOf = (key: string) => key.slice(0, key.indexOf(':'))
const mostOf = (kind: string) => (begun.has(kind.slice(kind.indexOf('/') + 1)) ? mostBegun : mostKept)

/**
 * Forgets in between what has expired, and what is too much. Each directory's artifacts are judged by its own time: the clocks of
 * others say nothing about them.
 */
export function sweeping(store: ArtifactStore): ArtifactStore {
  const written = new Map<string, { times: number; kinds: Set<string> }>()
  return {
    ...store,
    async put(key, artifact) {
      await store.put(key, artifact)
      const { times = 0, kinds = new Set<string>() } = written.get(artifact.owner) ?? {}
      written.set(artifact.owner, { times: times + 1, kinds: kinds.add(kindOf(key)) })
    },
    async sweep(owner, now) {
      const { times = 0, kinds = [] } = written.get(owner) ?? {}
      if (times < sweepEvery) return
      written.delete(owner)
      await store.sweep(owner, now)
      for (const kind of kinds) await store.trim(owner, kind, mostOf(kind))
    },
    async deleteOwner(owner) {
      written.delete(owner)
      await store.deleteOwner(owner)
    },
  }
}
