import type { Target } from '../targets/target.ts'
import { secretOf } from './own-headers.ts'

/** Name of a header → what stands before the token in it. */
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
