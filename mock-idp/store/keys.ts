/** Where private keys are kept, as JSON texts by name. */
export interface KeyStore {
  get(name: string): Promise<string | undefined>
  /** Keeps it if `before` is what is kept, or nothing is and `before` is left out; else answers false, and somebody else was first. */
  replace(name: string, text: string, before?: string): Promise<boolean>
  delete(name: string): Promise<void>
}

/** Keys in this process's memory: new ones at every start. */
export function memoryKeys(): KeyStore {
  const texts = new Map<string, string>()
  return {
    async get(name) {
      return texts.get(name)
    },
    async replace(name, text, before) {
      if (texts.get(name) !== before) return false
      texts.set(name, text)
      return true
    },
    async delete(name) {
      texts.delete(name)
    },
  }
}

/** Keeps it unless something is kept by that name, and answers what is: of several processes that begin, all get the same. */
export async function keepFirst(store: KeyStore, name: string, text: string): Promise<string> {
  return (await store.replace(name, text)) ? text : ((await store.get(name)) ?? text)
}
