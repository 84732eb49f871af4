/** What a browser without storage keeps until the page is loaded again. */
const inMemory = new Map<string, string>()

/**
 * Reads what a tab keeps, so that a reload loses nothing.
 * @returns `undefined` where nothing is kept, or what is kept cannot be read
 */
export function readKept<T>(name: string): T | undefined {
  try {
    const text = inMemory.get(name) ?? sessionStorage.getItem(`kept:${name}`)
    return text === null ? undefined : (JSON.parse(text) as T)
  } catch {
    return undefined
  }
}

/** Keeps something until the tab is closed; `undefined` forgets it. */
export function keep(name: string, value: unknown): void {
  const text = value === undefined ? undefined : JSON.stringify(value)
  inMemory.delete(name)
  try {
    if (text === undefined) sessionStorage.removeItem(`kept:${name}`)
    else sessionStorage.setItem(`kept:${name}`, text)
  } catch {
    if (text !== undefined) inMemory.set(name, text)
  }
}
