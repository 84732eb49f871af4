/** Where private keys are kept, as JSON texts by name. */
export interface KeyStore {
  get(name: string): Promise<string | undefined>
  put(name: string, text: string): Promise<void>
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
    async delete(name) {
      texts.delete(name)
    },
  }
}
