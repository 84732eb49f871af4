import type { Exchange } from '../tenant/exchange.ts'

type Part = Pick<Exchange['request'], 'headers' | 'body'>
export type Json = Readonly<Record<string, unknown>>

/** A value and where it was. */
export interface Parameter {
  name: string
  value: string
  where: 'address' | 'form' | 'JSON' | 'answer' | 'leads to'
}

export const headerOf = ({ headers }: Part, name: string): string | undefined =>
  headers.find(([each]) => each.toLowerCase() === name)?.[1]

const typeOf = (part: Part) => headerOf(part, 'content-type') ?? ''

/** The address, also where it is damaged. */
export function addressOf(url: string): URL {
  return URL.canParse(url) ? new URL(url) : new URL('http://unreadable.invalid/')
}

/** A JSON body that is an object; `undefined` where it is none, or is damaged or cut. */
export function jsonOf(part: Part): Json | undefined {
  if (!part.body || !/json/i.test(typeOf(part))) return undefined
  try {
    const read: unknown = JSON.parse(part.body.text)
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Json) : undefined
  } catch {
    return undefined
  }
}

export const formOf = (part: Part): URLSearchParams =>
  new URLSearchParams(/x-www-form-urlencoded/i.test(typeOf(part)) ? part.body?.text : '')

/** Where an answer sends the browser: by a redirect, or by a page that refreshes to it. */
export function targetOf({ request, response }: Exchange): URL | undefined {
  const target = headerOf(response, 'location') ?? /url=(.*)$/i.exec(headerOf(response, 'refresh') ?? '')?.[1]
  if (target === undefined || !URL.canParse(target, request.url)) return undefined
  return new URL(target, request.url)
}

const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

const listed = (from: Iterable<[string, string]>, where: Parameter['where']): Parameter[] =>
  [...from].map(([name, value]) => ({ name, value, where }))

/** Every named value of a request and its answer. */
export function parametersOf(exchange: Exchange): Parameter[] {
  const { request, response } = exchange
  const json = (part: Part) =>
    Object.entries(jsonOf(part) ?? {}).map(([name, value]): [string, string] => [name, asText(value)])
  return [
    ...listed(addressOf(request.url).searchParams, 'address'),
    ...listed(formOf(request), 'form'),
    ...listed(json(request), 'JSON'),
    ...listed(json(response), 'answer'),
    ...listed(targetOf(exchange)?.searchParams ?? [], 'leads to'),
  ]
}

/** What was sent: the parameters of address and form together, by name. */
export const sentIn = ({ request }: Exchange): ReadonlyMap<string, string> =>
  new Map([...addressOf(request.url).searchParams, ...formOf(request)])

/** A cookie that an answer sets, or removes. */
export interface SetCookie {
  name: string
  value: string
  attributes: string[]
  isRemoved: boolean
}

/** Cookies of an answer (RFC 6265 section 4.1). One whose time is over is removed. */
export function cookiesSet({ response, time }: Exchange): SetCookie[] {
  return response.headers
    .filter(([name]) => name.toLowerCase() === 'set-cookie')
    .map(([, line]) => {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
      const [name = '', ...value] = pair.split('=')
      const expires = attributes.find((one) => /^expires=/i.test(one))?.slice('expires='.length)
      const isRemoved =
        attributes.some((one) => /^max-age=(0|-\d+)$/i.test(one)) ||
        (expires !== undefined && Date.parse(expires) <= Math.min(time, Date.now()))
      return { name, value: value.join('='), attributes, isRemoved }
    })
}

/** Cookies that a request carries. */
export const cookiesSent = ({ request }: Exchange): [name: string, value: string][] =>
  (headerOf(request, 'cookie') ?? '')
    .split(/;\s*/)
    .filter(Boolean)
    .map((pair) => [pair.split('=')[0] ?? '', pair.slice(pair.indexOf('=') + 1)])

/** Every JSON Web Token of an exchange, by the name under which it was sent. */
export function tokensOf(exchange: Exchange): { name: string; token: string }[] {
  const named = parametersOf(exchange).map(({ name, value }) => ({ name, token: value }))
  const bearer = /^Bearer (.+)$/i.exec(headerOf(exchange.request, 'authorization') ?? '')?.[1]
  const all = bearer === undefined ? named : [...named, { name: 'Authorization', token: bearer }]
  const found = all.filter(({ token }) => /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/.test(token))
  return [...new Map(found.map((one) => [one.token, one])).values()]
}
