import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { access, chmod, link, readFile, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const ALGORITHM = 'aes-256-gcm'
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Keeps secrets that must be read again, so that the store alone reveals nothing (ASVS 5.0 11.3.3, 13.3.1). */
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

/**
 * The key is next to the store, readable by its owner only; without a folder it exists as long as the process.
 * @throws {VaultError} when the file holds no key
 */
export async function openVault(folder: string | undefined): Promise<Vault> {
  return makeVault(folder === undefined ? randomBytes(KEY_BYTES) : await keyIn(join(folder, 'vault.key')))
}

/** The file of the key is damaged. */
export class VaultError extends Error {
  override name = 'VaultError'
  readonly code = 'EVAULT'
}

async function keyIn(file: string): Promise<Uint8Array> {
  await makeKey(file)
  await chmod(file, 0o600)
  const key = await readFile(file)
  if (key.length === KEY_BYTES) return key
  throw new VaultError(
    `${file} has ${key.length} bytes and not ${KEY_BYTES}. Restore it from a backup, or delete it: then the client secrets of SSO must be entered again`,
  )
}

/** Makes the key if there is none. It appears under its name when it is whole, and never in place of another one. */
async function makeKey(file: string): Promise<void> {
  const whole = `${file}.${randomBytes(6).toString('hex')}`
  if (
    await access(file).then(
      () => true,
      () => false,
    )
  )
    return
  await writeFile(whole, randomBytes(KEY_BYTES), { flag: 'wx', mode: 0o600 })
  try {
    await link(whole, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await unlink(whole)
  }
}
