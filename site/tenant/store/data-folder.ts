import { access, constants, mkdir } from 'node:fs/promises'
import { openVault, type Vault, VaultError } from './open-vault.ts'
import { StoreError } from './store-error.ts'

/** The name of a folder that is no folder: what is kept there ends with the process. */
export const IN_MEMORY = ':memory:'

/** Says of a data folder that it can't be used, why, and what to do. */
export function cannotUseFolder(folder: string, cause: unknown, advice = 'Make it writable'): StoreError {
  const { code = 'EUNKNOWN', message } = cause as NodeJS.ErrnoException
  return new StoreError(
    code,
    `The data folder "${folder}" can't be used (${message}). ${advice}, or name another folder.`,
    { cause },
  )
}

/**
 * Makes the data folder if there is none, and opens the vault whose key is in it.
 * @throws {StoreError} when the folder can't be made or written, or its key is damaged
 */
export async function openVaultIn(folder: string): Promise<Vault> {
  if (folder === IN_MEMORY) return openVault(undefined)
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.W_OK)
    return await openVault(folder)
  } catch (cause) {
    throw cannotUseFolder(folder, cause, cause instanceof VaultError ? 'Do that' : undefined)
  }
}
