import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const ALGORITHM = 'aes-256-gcm'
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Keeps secrets that must be read again, so that the store alone is worth nothing (ASVS 5.0 11.3.3, 13.3.1). */
export interface Vault {
  /**
   * Answers base64url of nonce, tag and ciphertext. `owner` is bound in: what is sealed for one opens for no one else.
   */
  seal(secret: string, owner: string): string
  /** Throws when it was sealed with another key or for another owner. */
  open(sealed: string, owner: string): string
}

const makeVault = (key: Uint8Array): Vault => ({
  seal(secret, owner) {
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(owner))
    const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
    return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url')
  },
  open(sealed, owner) {
    const bytes = Buffer.from(sealed, 'base64url')
    const text = bytes.subarray(NONCE_BYTES + TAG_BYTES)
    const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE_BYTES))
      .setAAD(Buffer.from(owner))
      .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
    return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8')
  },
})

/** The key is next to the store, readable by its owner only; without a folder it exists as long as the process. */
export async function openVault(folder: string | undefined): Promise<Vault> {
  return makeVault(folder === undefined ? randomBytes(KEY_BYTES) : await keyIn(join(folder, 'vault.key')))
}

async function keyIn(file: string): Promise<Uint8Array> {
  try {
    // Made only when it isn't there: another process may be starting at the same time.
    await writeFile(file, randomBytes(KEY_BYTES), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    await chmod(file, 0o600)
  }
  return readFile(file)
}
