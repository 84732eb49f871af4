import type { Target } from '../targets/target.ts'

const SHORTEST_SECRET = 16

/** The part of a header's value that is likely secret: `Bearer <secret>`. */
export const secretOf = (value: string): string | undefined =>
  value.split(' ').findLast((word) => word.length >= SHORTEST_SECRET)

/** What a token looks like: long, and in one piece. An address of a page or of a person does not. */
const TOKEN = /^[^\s@/]{16,}$/

/** Few answers hold more than a token to send, one to renew it, and an ID. */
const MOST = 8

/** What may be tokens in an answer: long texts in JSON. */
export function tokensIn(body: string): string[] {
  const found = new Set<string>()
  if (!/^\s*[{[]/.test(body)) return []
  try {
    JSON.parse(body, (_name, value: unknown) => {
      if (typeof value === 'string' && TOKEN.test(value)) found.add(value)
      return value
    })
  } catch {
    return []
  }
  return [...found].slice(0, MOST)
}

/** Name of a header → what comes before the token in it. */
type Ways = Map<string, string>

const seen = new WeakMap<Target, Ways>()

/** Notes how the scripts of a target send what may be a token. */
export function noteTokenHeaders(target: Target, own: Readonly<Record<string, string>>): void {
  const ways: Ways = seen.get(target) ?? new Map()
  for (const [name, value] of Object.entries(own)) {
    const secret = secretOf(value)
    if (secret !== undefined && value.endsWith(secret)) ways.set(name, value.slice(0, -secret.length))
  }
  if (ways.size > 0) seen.set(target, ways)
}

/** Whether somebody’s page has sent something of this kind. */
export const knowsTokenHeaders = (target: Target): boolean => seen.has(target)

/** The headers that would carry a token, each on its own, as the scripts of a target send one. */
export const tokenHeaders = (target: Target, token: string): Record<string, string>[] =>
  [...(seen.get(target) ?? [])].map(([name, before]) => ({ [name]: `${before}${token}` }))
