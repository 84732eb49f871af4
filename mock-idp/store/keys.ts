/** Where private keys are kept, as JSON texts by name. */
export interface KeyStore {
  get(name: string): Promise<string | undefined>
  put(name: string, text: string): Promise<void>
  /** Keeps it unless something is kept by that name, and answers what is: of several processes that begin, all get the same. */
  add(name: string, text: string): Promise<string>
  delete(name: string): Promise<void>
}

/** Keys in this process's memory: new ones at every start. */
export function memoryKeys(): KeyStore {
  const texts = new Map<string, string>()
  return {
    async get(name) {
      return texts.get(name)
    },
    async put(name, text) {
      texts.set(name, text)
    },
    async add(name, text) {
      const kept = texts.get(name) ?? text
      texts.set(name, kept)
      return kept
    },
    async delete(name) {
      texts.delete(name)
    },
  }
}
