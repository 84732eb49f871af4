import type { KeyStore } from '../store/keys.ts'
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
    text ??= await store.add(name, JSON.stringify(await Promise.all(algs.map(makeSigningKey))))
    return JSON.parse(text)
  }
  const keys = () => {
    current ??= load().catch((error) => {
      current = undefined
      throw error
    })
    return current
  }

  return {
    keys,
    async generation() {
      await keys()
      const kept = await store.get(name)
      if (kept !== undefined && kept !== text) {
        text = kept
        current = Promise.resolve(JSON.parse(kept))
        generation += 1
      }
      return generation
    },
    async rotate() {
      const old = (await keys()).slice(0, algs.length)
      const all = [...(await Promise.all(algs.map(makeSigningKey))), ...old]
      text = JSON.stringify(all)
      await store.put(name, text)
      current = Promise.resolve(all)
      generation += 1
    },
  }
}
