import type { Directory } from '../directory/types.ts'
import type { DirectoryStore } from './directories.ts'

/** Directories in this process's memory, gone when it ends. */
export function memoryDirectories(initial: readonly Directory[] = []): DirectoryStore {
  const byId = new Map(initial.map((directory) => [directory.id, directory]))
  const entra = () => [...byId.values()].filter(({ kind }) => kind === 'entra')

  return {
    async list() {
      return [...byId.values()]
    },
    async get(id) {
      return byId.get(id)
    },
    async findByDomain(domain, realm) {
      const wanted = domain.toLowerCase()
      return entra().find(
        (directory) =>
          directory.domains.includes(wanted) && (realm === undefined || directory.realm === realm),
      )
    },
    async findByAppId(appId) {
      for (const directory of entra()) {
        const application = directory.applications.find((each) => each.appId === appId)
        if (application) return { directory, application }
      }
      return undefined
    },
    async put(directory) {
      byId.set(directory.id, directory)
    },
    async delete(id) {
      byId.delete(id)
    },
  }
}
