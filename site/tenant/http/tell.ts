import type { HonoRequest } from 'hono'
import { createMiddleware } from 'hono/factory'
import { bodyOf, type Exchange } from '../exchange.ts'
import { publish } from '../publish.ts'
import type { Ctx, Env } from './context.ts'

/** Tokens must not get into the stream: of anything that could be one, four characters are left. */
const shorten = (path: string) =>
  path
    .replace(/([?&](?:code|state|nonce|session_state|id_token_hint)=[^&]{0,4})[^&]*/g, '$1…')
    .replace(/([\w-]{4})[\w-]{36,}/g, '$1…')

const nothing = new ArrayBuffer(0)

/** The body, read beside whatever reads it for the product; empty where the browser gave up. */
const bodyIn = ({ raw }: HonoRequest) =>
  raw.body === null
    ? Promise.resolve(nothing)
    : raw
        .clone()
        .arrayBuffer()
        .catch(() => nothing)

async function exchangeOf(c: Ctx, sent: ArrayBuffer, ms: number): Promise<Exchange> {
  const { req, res } = c
  const answered = await res.clone().arrayBuffer()
  return {
    by: 'browser',
    at: 'product',
    time: c.var.now,
    ms,
    request: {
      method: req.method,
      url: c.var.tenant.origin + req.url.slice(new URL(req.url).origin.length),
      headers: [...req.raw.headers],
      ...bodyOf(req.header('content-type') ?? '', new Uint8Array(sent)),
    },
    response: {
      status: res.status,
      headers: [...res.headers],
      ...bodyOf(res.headers.get('content-type') ?? '', new Uint8Array(answered)),
    },
  }
}

/** Tells the sandbox's stream what went over the wire, and keeps the whole of it apart. */
export const tellWire = createMiddleware<Env>(async (c, next) => {
  const begun = performance.now()
  const sent = bodyIn(c.req)
  await next()
  const ms = Math.round(performance.now() - begun)
  const { pathname, search } = new URL(c.req.url)
  // A page that refreshes to the provider leads on as a redirect does.
  const location = c.res.headers.get('location') ?? c.res.headers.get('refresh')?.replace('0; url=', '')
  const event = {
    kind: 'request',
    method: c.req.method,
    path: shorten(pathname + search),
    status: c.res.status,
    ...(location ? { location: shorten(location) } : {}),
  } as const
  await publish(c.var.tenant.store, c.var.sandbox.id, event, await exchangeOf(c, await sent, ms))
})
