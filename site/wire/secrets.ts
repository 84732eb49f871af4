import type { Exchange } from '../tenant/exchange.ts'
import { meaningOf } from './parameters.ts'
import { cookiesSent, cookiesSet, headerOf, parametersOf, tokensOf } from './read-exchange.ts'

/** What takes the place of a secret. Its length says nothing. */
export const MASK = '••••••'

/** Shorter ones would hide words that only look like them. */
const SHORTEST = 4

/** Values in the hidden fields of a page, which are random where they are long. */
const hiddenField = /<input[^>]*type="hidden"[^>]*value="([\w.~+/=-]{16,})"/gi

function valuesIn(exchange: Exchange): string[] {
  const { request, response } = exchange
  const authorization = headerOf(request, 'authorization')?.replace(/^\w+ /, '')
  return [
    ...parametersOf(exchange).flatMap(({ name, value }) => (meaningOf(name).isSecret ? value : [])),
    ...cookiesSet(exchange).map(({ value }) => value),
    ...cookiesSent(exchange).map(([, value]) => value),
    ...tokensOf(exchange).map(({ token }) => token),
    ...[...(response.body?.text ?? '').matchAll(hiddenField)].map(([, value = '']) => value),
    ...(authorization ? [authorization] : []),
  ]
}

/** Every secret that was sent in some exchanges, the longest first. */
export function secretsIn(exchanges: readonly Exchange[], further: readonly string[] = []): string[] {
  const all = new Set([...exchanges.flatMap(valuesIn), ...further].filter(({ length }) => length >= SHORTEST))
  return [...all].toSorted((a, b) => b.length - a.length)
}

/** Every way in which a secret is written: as it is, in an address, in a form. */
const spellings = (secret: string) => [
  secret,
  encodeURIComponent(secret),
  new URLSearchParams({ s: secret }).toString().slice('s='.length),
]

const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

/** Finds any of some secrets. Each list of secrets has one pattern, because making it takes longest. */
const patterns = new WeakMap<readonly string[], RegExp>()

function patternOf(secrets: readonly string[]): RegExp {
  const known = patterns.get(secrets)
  if (known) return known
  const written = [...new Set(secrets.flatMap(spellings))].toSorted((a, b) => b.length - a.length)
  const pattern = new RegExp(written.map((one) => literal(one)).join('|'), 'g')
  patterns.set(secrets, pattern)
  return pattern
}

/** A text without secrets, however they are written in it. */
export const masked = (text: string, secrets: readonly string[]): string =>
  secrets.length === 0 ? text : text.replace(patternOf(secrets), MASK)

/** An exchange without secrets: nothing of it can be used. */
export function maskedExchange(exchange: Exchange, secrets: readonly string[]): Exchange {
  const { request, response } = exchange
  const part = <P extends Exchange['request'] | Exchange['response']>(one: P): P => ({
    ...one,
    headers: one.headers.map(([name, value]) => [name, masked(value, secrets)]),
    ...(one.body && { body: { ...one.body, text: masked(one.body.text, secrets) } }),
  })
  return {
    ...exchange,
    request: { ...part(request), url: masked(request.url, secrets) },
    response: part(response),
  }
}
