import fc from 'fast-check'
import type { z } from 'zod'
import { nearly, oddJson, oddText } from './odd.ts'
import type { Route } from './routes.ts'

export interface OddRequest {
  method: string
  path: string
  headers: [string, string][]
  /** Absent with GET and HEAD. */
  body?: string | undefined
}

/** What a party knows, so that requests come further than its front door. */
export interface Vocabulary {
  /** Values: ids, names, addresses. */
  words: readonly string[]
  /** Names of fields of forms and of queries. */
  fields: readonly string[]
  /** Bodies of JSON. */
  bodies?: readonly z.ZodType[]
}

const anyMethod = fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'PROPFIND')

const headers = [
  'accept',
  'authorization',
  'content-type',
  'cookie',
  'if-none-match',
  'last-event-id',
  'origin',
  'range',
  'referer',
  'sec-fetch-dest',
  'sec-fetch-site',
  'x-forwarded-for',
  'x-forwarded-proto',
]

/** Characters that a header may have. */
const sendable = (text: string) =>
  text
    .replace(/[^\t\x20-\x7e\x80-\xff]/g, '?')
    .trim()
    .slice(0, 2_000)

const inPath = (text: string) =>
  text.includes('%') && URL.canParse(`http://x/${text}`) ? text : encodeURIComponent(text.toWellFormed())

/** Addresses of a route: each of its parameters is filled in. */
function pathsOf({ path }: Route, words: readonly string[]): fc.Arbitrary<string> {
  const parts = path.split(/(:\w+(?:\{[^}]*\})?)/)
  const filled = parts.map((part) => {
    const [, choices] = /^:\w+\{([^}]*)\}$/.exec(part) ?? []
    if (choices) return fc.constantFrom(...choices.split('|'), 'x')
    return part.startsWith(':') ? oddText(words).map(inPath) : fc.constant(part)
  })
  return fc.tuple(...filled).map((all) => all.join(''))
}

/** Requests to a route, from honest ones to nonsense. */
export function requestsTo(
  route: Route,
  { words, fields, bodies = [] }: Vocabulary,
): fc.Arbitrary<OddRequest> {
  const pairs = fc.array(fc.tuple(oddText(fields), oddText(words)), { maxLength: 6 })
  const encoded = pairs.map((all) =>
    new URLSearchParams(all.map(([name, value]) => [name.toWellFormed(), value.toWellFormed()])).toString(),
  )
  const json = fc
    .oneof(oddJson(words), ...bodies.map((schema) => nearly(schema, words)))
    .map((value) => JSON.stringify(value))
  const multipart = pairs.map((all) =>
    all
      .map(([name, value]) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
      .join(''),
  )
  const typed = (type: string, body: fc.Arbitrary<string>) => body.map((text) => ({ type, text }))
  const oddHeader = fc.tuple(fc.constantFrom(...headers), oddText(words).map(sendable))
  const anyBody = fc.oneof(
    { weight: bodies.length > 0 ? 1 : 9, arbitrary: typed('application/x-www-form-urlencoded', encoded) },
    { weight: bodies.length > 0 ? 9 : 1, arbitrary: typed('application/json', json) },
    { weight: 1, arbitrary: typed('multipart/form-data; boundary=b', multipart) },
    {
      weight: 1,
      arbitrary: fc.tuple(oddText(words), oddText(words)).map(([type, text]) => ({ type, text })),
    },
  )
  return fc
    .record({
      method: fc.oneof(
        { weight: 8, arbitrary: fc.constant(route.method) },
        { weight: 1, arbitrary: anyMethod },
      ),
      path: pathsOf(route, words),
      query: fc.option(encoded),
      headers: fc.oneof(
        { weight: 3, arbitrary: fc.constant<[string, string][]>([]) },
        fc.array(oddHeader, { maxLength: 2 }),
      ),
      content: anyBody,
    })
    .map(({ method, path, query, headers, content }) => {
      const hasBody = method !== 'GET' && method !== 'HEAD'
      return {
        method,
        path: query === null ? path : `${path}?${query}`,
        headers: hasBody ? [['content-type', sendable(content.type)], ...headers] : headers,
        ...(hasBody && { body: content.text.toWellFormed() }),
      }
    })
}

export const inWords = ({ method, path, headers, body }: OddRequest): string =>
  `${method} ${path} ${JSON.stringify(headers)} ${JSON.stringify(body ?? '')}`.slice(0, 600)

const PATIENCE_MS = 10_000

/**
 * Sends a request, and reads the answer to its end, of a stream the first of it.
 * @throws when there is no whole answer in time
 */
export async function send(
  ask: (url: string, init: RequestInit) => Promise<Response>,
  origin: string,
  { method, path, headers, body }: OddRequest,
) {
  const leaving = new AbortController()
  const answer = await ask(`${origin}${path}`, {
    ...{ method, headers: Object.fromEntries(headers), redirect: 'manual', body: body ?? null },
    signal: AbortSignal.any([leaving.signal, AbortSignal.timeout(PATIENCE_MS)]),
  })
  if (answer.headers.get('content-type')?.startsWith('text/event-stream')) leaving.abort()
  else await answer.arrayBuffer()
  return answer
}
