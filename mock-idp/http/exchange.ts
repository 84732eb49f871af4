import type { IncomingMessage, ServerResponse } from 'node:http'

/** One request with its body already read, and the answer to be written. */
export interface Exchange {
  req: IncomingMessage
  res: ServerResponse
  method: string
  /** The path as it was asked for, with a leading slash and without the query. */
  path: string
  query: URLSearchParams
  body: Buffer
  /** The body as a form; empty when it isn't one. */
  form: URLSearchParams
  /** Scheme, host and port under which the provider is known to this caller. */
  base: string
  /** Set where one of Entra's endpoints of version 1.0 was called; the path is that of version 2.0 then. */
  versionOne?: true
}

/** What oidc-provider accepts; an honest request is never larger. */
const maxBodyBytes = 56 * 1024

export class BodyTooLarge extends Error {
  readonly code = 'BODY_TOO_LARGE'
  constructor() {
    super(`The request body has more than ${maxBodyBytes} bytes.`)
  }
}

async function readBody(req: IncomingMessage): Promise<Buffer> {
  if (Number(req.headers['content-length'] ?? 0) > maxBodyBytes) throw new BodyTooLarge()
  const chunks: Buffer[] = []
  let length = 0
  // The answer goes out on the same connection, so that it stays open.
  for await (const chunk of req.iterator({ destroyOnReturn: false })) {
    length += chunk.length
    if (length > maxBodyBytes) throw new BodyTooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, length)
}

const isForm = (req: IncomingMessage) =>
  (req.headers['content-type'] ?? '').toLowerCase().startsWith('application/x-www-form-urlencoded')

const noBody = Buffer.alloc(0)

/** Reads a request; throws `BodyTooLarge`. */
export async function readExchange(
  req: IncomingMessage,
  res: ServerResponse,
  base: string,
): Promise<Exchange> {
  const target = req.url ?? '/'
  const queryStart = target.indexOf('?')
  const method = req.method ?? 'GET'
  const body = method === 'GET' || method === 'HEAD' ? noBody : await readBody(req)
  return {
    req,
    res,
    method,
    path: queryStart < 0 ? target : target.slice(0, queryStart),
    query: new URLSearchParams(queryStart < 0 ? '' : target.slice(queryStart)),
    body,
    form: new URLSearchParams(isForm(req) ? body.toString('utf8') : ''),
    base,
  }
}
