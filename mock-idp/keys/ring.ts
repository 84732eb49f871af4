import { type KeyStore, keepFirst } from '../store/keys.ts'
import { makeSigningKey, type SigningAlg, type SigningKey } from './signing-key.ts'

export interface KeyRing {
  /** Private keys, newest first; tokens are signed with the first one of their algorithm. */
  keys(): Promise<SigningKey[]>
  /** A new key for each algorithm in front; one older generation stays published. */
  rotate(): Promise<void>
  /** Counts changes, so that what was built from the keys can be built again: those of another process at the same store as well. */
  generation(): Promise<number>
}

/**
 * Signing keys of one issuer, made when first asked for and kept in the store, because clients cache them. `initial` are
 * the keys to begin with if none are kept.
 */
export function keyRing(
  name: string,
  algs: readonly SigningAlg[],
  { store, initial }: { store: KeyStore; initial?: SigningKey[] },
): KeyRing {
  let current: Promise<SigningKey[]> | undefined
  /** As it is kept. */
  let text: string | undefined
  let generation = 0

  async function load(): Promise<SigningKey[]> {
    text = await store.get(name)
    if (text === undefined && initial) return initial
    text ??= await keepFirst(store, name, JSON.stringify(await Promise.all(algs.map(makeSigningKey))))
    return JSON.parse(text)
  }
  const keys = () => {
    current ??= load().catch((error) => {
      current = undefined
      throw error
    })
    return current
  }

  /** Takes over what another process at the same store has changed. */
  async function refresh() {
    await keys()
    const kept = await store.get(name)
    if (kept === text) return
    text = kept
    if (kept === undefined) return
    current = Promise.resolve(JSON.parse(kept))
    generation += 1
  }

  async function rotate() {
    await refresh()
    const before = text
    const all = [...(await Promise.all(algs.map(makeSigningKey))), ...(await keys()).slice(0, algs.length)]
    const next = JSON.stringify(all)
    // Two that rotate at once make two generations: neither undoes the other's.
    if (!(await store.replace(name, next, before))) return rotate()
    text = next
    current = Promise.resolve(all)
    generation += 1
  }

  return {
    keys,
    rotate,
    async generation() {
      await refresh()
      return generation
    },
  }
}
