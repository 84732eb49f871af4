/** The last things that were added: so many of them, and together no longer than so much. */
export interface Recent<T> {
  add(item: T): void
  all(): readonly T[]
  /** Removes the oldest one that passes. */
  take(test: (item: T) => boolean): T | undefined
  clear(): void
}

/** All text in a value, in characters. */
function lengthOf(value: unknown): number {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return 0
  let length = 0
  for (const part of Object.values(value)) length += lengthOf(part)
  return length
}

export function recent<T>(most: { items: number; characters: number }): Recent<T> {
  let kept: { item: T; length: number }[] = []
  let characters = 0

  function remove(index: number): T | undefined {
    const [found] = kept.splice(index, 1)
    characters -= found?.length ?? 0
    return found?.item
  }

  return {
    add(item) {
      const length = lengthOf(item)
      kept.push({ item, length })
      characters += length
      while (kept.length > most.items || (characters > most.characters && kept.length > 1)) remove(0)
    },
    all: () => kept.map(({ item }) => item),
    take(test) {
      const index = kept.findIndex(({ item }) => test(item))
      return index < 0 ? undefined : remove(index)
    },
    clear() {
      kept = []
      characters = 0
    },
  }
}
