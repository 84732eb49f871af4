import type { Application, Directory } from '../directory/types.ts'

/**
 * Where directories are kept. Asynchronous, so that a database can do it; a directory is read and written whole.
 */
export interface DirectoryStore {
  list(): Promise<Directory[]>
  get(id: string): Promise<Directory | undefined>
  /** The Entra directory that owns a domain, within one realm. */
  findByDomain(domain: string, realm?: string): Promise<Directory | undefined>
  /** The Entra directory in which an application is registered. */
  findByAppId(appId: string): Promise<{ directory: Directory; application: Application } | undefined>
  put(directory: Directory): Promise<void>
  delete(id: string): Promise<void>
}
