import type { KeyStore } from '../store/keys.ts'
import { makeSigningKey, type SigningAlg, type SigningKey } from './signing-key.ts'

export interface KeyRing {
  /** Private keys, newest first; tokens are signed with the first one of their algorithm. */
  keys(): Promise<SigningKey[]>
  /** A new key for each algorithm in front; one older generation stays published. */
  rotate(): Promise<void>
  /** Counts rotations, so that what was built from the keys can be built again. */
  generation(): number
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
  let generation = 0

  async function keep(keys: SigningKey[]) {
    await store.put(name, JSON.stringify(keys))
    return keys
  }
  async function load(): Promise<SigningKey[]> {
    const kept = await store.get(name)
    return kept === undefined
      ? (initial ?? keep(await Promise.all(algs.map(makeSigningKey))))
      : JSON.parse(kept)
  }
  const keys = () => {
    current ??= load()
    return current
  }

  return {
    keys,
    generation: () => generation,
    async rotate() {
      const old = (await keys()).slice(0, algs.length)
      current = keep([...(await Promise.all(algs.map(makeSigningKey))), ...old])
      await current
      generation += 1
    },
  }
}
