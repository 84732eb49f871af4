import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { KeyStore } from './keys.ts'
import { StoreError } from './store.ts'

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Throws StoreError when a file is not what was written: it names the file and what to do. */
function checkJson(file: string, text: string): string {
  try {
    JSON.parse(text)
    return text
  } catch (cause) {
    throw new StoreError(
      `The key file ${file} is damaged: it is no JSON. Restore it, or delete it to get new keys.`,
      {
        cause,
      },
    )
  }
}

/** Keys in a folder, one file each, readable by their owner alone (mode 0600). */
export function folderKeys(folder: string): KeyStore {
  const fileOf = (name: string) => join(folder, `keys-${name.replaceAll(/[^\w-]/g, '_')}.json`)
  async function get(name: string) {
    try {
      return checkJson(fileOf(name), await readFile(fileOf(name), 'utf8'))
    } catch (error) {
      if (isMissing(error)) return undefined
      throw error
    }
  }
  // Written beside and renamed, so that a crash never leaves half a file.
  async function put(name: string, text: string) {
    await mkdir(folder, { recursive: true })
    const half = `${fileOf(name)}.${process.pid}.new`
    await writeFile(half, text, { mode: 0o600 })
    await rename(half, fileOf(name))
  }
  return {
    get,
    // One process uses the folder at a time.
    async replace(name, text, before) {
      if ((await get(name)) !== before) return false
      await put(name, text)
      return true
    },
    delete: (name) => rm(fileOf(name), { force: true }),
  }
}
