/**
 * Reads what a tab keeps of a walk, so that a reload loses nothing.
 * @returns `undefined` where nothing is kept, or nothing can be
 */
export function readKept<T>(name: string): T | undefined {
  try {
    const text = sessionStorage.getItem(`model:${name}`)
    return text === null ? undefined : (JSON.parse(text) as T)
  } catch {
    return undefined
  }
}

/** Keeps something of a walk until the tab is closed; `undefined` forgets it. */
export function keep(name: string, value: unknown): void {
  try {
    if (value === undefined) sessionStorage.removeItem(`model:${name}`)
    else sessionStorage.setItem(`model:${name}`, JSON.stringify(value))
  } catch {
    // A browser without storage forgets what was typed at the next reload.
  }
}
