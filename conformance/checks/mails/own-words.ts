import type { Person } from '../bench/person.ts'

const LEAST = 3

const wordsIn = (text: string): string[] =>
  text
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word.length >= LEAST && /\p{L}/u.test(word))

/** The words on these pages; the first one is open already. */
export type Look = readonly ReadonlySet<string>[]

/** What a person reads on the page that is open. */
export const lookAt = async ({ page }: Person): Promise<ReadonlySet<string>> =>
  new Set(wordsIn(await page.locator('body').innerText()))

/**
 * What names a person or their organization: their address, and the words that are on each of their pages, and on none of somebody
 * else’s. A page alone may have a word by chance.
 */
export function ownWords(own: { email: string; look: Look }, other: { look: Look }): string[] {
  const [first, ...rest] = own.look
  const everywhere = [...(first ?? [])].filter((word) => rest.every((page) => page.has(word)))
  return [own.email, ...everywhere.filter((word) => !other.look.some((page) => page.has(word)))]
}

/** The first of these words that a text has. */
export function wordFrom(words: readonly string[], text: string): string | undefined {
  const there = new Set(wordsIn(text).map((word) => word.toLowerCase()))
  return words.find((word) => there.has(word.toLowerCase()))
}
