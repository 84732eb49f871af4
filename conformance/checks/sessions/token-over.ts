import { giveKept, type Kept, keptBy } from '../../page/kept.ts'
import type { Person } from '../bench/person.ts'
import { tokensAlone } from './session-parts.ts'

/**
 * What opens browsers of somebody whose session is over, and whose scripts still keep the token of it; `undefined` where they keep none.
 * The person's own page is left.
 */
export async function openTokenOver(person: Person): Promise<(() => Promise<Person>) | undefined> {
  const tokens = await tokensAlone(person, await person.credentials())
  const kept = await keptBy(person.page, new URL(person.session.arranged.url).origin)
  const left = leftOver(
    kept,
    tokens.map(({ value }) => value),
  )
  return (
    left &&
    (async () => {
      const other = await person.bench.elsewhere(person)
      await giveKept(other.session.context, left)
      return other
    })
  )
}

/**
 * What scripts keep, with tokens that open nothing in place of these; `undefined` where they keep none of them.
 * @param which cookies are left
 */
export function leftOver(
  kept: Kept,
  tokens: readonly string[],
  which: 'of-scripts' | 'all' = 'of-scripts',
): Kept | undefined {
  const isHeld = (value: string) => tokens.some((token) => value.includes(token))
  const isOver = (value: string) =>
    tokens.reduce((text, token) => text.replaceAll(token, () => spoilt(token)), value)
  const { cookies, localStorage, sessionStorage } = kept
  const values = [
    ...cookies.map(({ value }) => value),
    ...[...localStorage, ...sessionStorage].map(([, value]) => value),
  ]
  if (!values.some(isHeld)) return undefined
  return {
    ...kept,
    cookies: cookies
      .filter(({ value }) => which === 'all' || isHeld(value))
      .map((one) => ({ ...one, value: isOver(one.value) })),
    localStorage: localStorage.map(([name, value]) => [name, isOver(value)]),
    sessionStorage: sessionStorage.map(([name, value]) => [name, isOver(value)]),
  }
}

/** As long, and of the same kind of characters. */
const spoilt = (token: string): string => `${token.slice(0, -4)}${token.endsWith('AAAA') ? 'BBBB' : 'AAAA'}`
