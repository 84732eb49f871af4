import type { ArtifactStore } from './artifacts.ts'
import type { DirectoryStore } from './directories.ts'
import { type KeyStore, memoryKeys } from './keys.ts'
import { memoryArtifacts } from './memory-artifacts.ts'
import { memoryDirectories } from './memory-directories.ts'

/**
 * Everything of a provider that outlives a restart: directories with users, registered applications and misbehaviours; codes,
 * tokens and sessions; private keys. `sqliteStore` keeps it in a file.
 */
export interface IdpStore {
  directories: DirectoryStore
  artifacts: ArtifactStore
  keys: KeyStore
  close(): Promise<void>
}

/** What is kept can't be read; the message names the file and says what to do. */
export class StoreError extends Error {
  readonly code = 'STORE_ERROR'
}

/** Whether an error says that the store can't be asked just now: it names the seconds after which that may be over. */
export const isAway = (error: unknown): error is Error & { retryAfter: number } =>
  error instanceof Error && 'retryAfter' in error && typeof error.retryAfter === 'number'

/** Keeps everything in this process's memory. */
export const memoryStore = (keys: KeyStore = memoryKeys()): IdpStore => ({
  directories: memoryDirectories(),
  artifacts: memoryArtifacts(),
  keys,
  close: async () => {},
})
