import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeSigningKey, type SigningAlg, type SigningKey } from './signing-key.ts'

export interface KeyRing {
  /** Private keys, newest first; tokens are signed with the first one of their algorithm. */
  keys(): Promise<SigningKey[]>
  /** A new key for each algorithm in front; one older generation stays published. */
  rotate(): Promise<void>
  /** Counts rotations, so that what was built from the keys can be built again. */
  generation(): number
}

async function readKeys(file: string): Promise<SigningKey[] | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/**
 * Signing keys of one issuer, made when first asked for. With a folder they are kept there (mode 0600) and stay the
 * same over restarts, because clients cache them. `initial` are the keys to begin with if none are kept.
 */
export function keyRing(
  name: string,
  algs: readonly SigningAlg[],
  { folder, initial }: { folder?: string; initial?: SigningKey[] } = {},
): KeyRing {
  const file = folder && join(folder, `keys-${name.replaceAll(/[^\w-]/g, '_')}.json`)
  let current: Promise<SigningKey[]> | undefined
  let generation = 0

  async function keep(keys: SigningKey[]) {
    if (folder && file) {
      await mkdir(folder, { recursive: true })
      await writeFile(file, JSON.stringify(keys), { mode: 0o600 })
    }
    return keys
  }
  const load = async () =>
    (file && (await readKeys(file))) || initial || keep(await Promise.all(algs.map(makeSigningKey)))
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
