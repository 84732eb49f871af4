import { createMiddleware } from 'hono/factory'
import { bodyOf, type Exchange } from '../exchange.ts'
import { publishAll } from '../publish.ts'
import { actsOf } from './acts-of.ts'
import type { Ctx, Env } from './context.ts'
import { isSafe } from './refuse-cross-site.ts'

/** Tokens must not get into the stream: of anything that could be one, four characters are left. */
const shorten = (path: string) =>
  path
    .replace(/([?&](?:code|state|nonce|session_state|id_token_hint)=[^&]{0,4})[^&]*/g, '$1…')
    .replace(/([\w-]{4})[\w-]{36,}/g, '$1…')

const nothing = new ArrayBuffer(0)

/** The body, which Hono keeps for the handlers of the product; empty where the browser gave up. */
const bodyIn = (c: Ctx) => (isSafe(c) ? Promise.resolve(nothing) : c.req.arrayBuffer().catch(() => nothing))

/** The body of the answer, which stays whole: so it is sent at once, which a copy of it would not be. */
async function bodyOut(c: Ctx): Promise<Uint8Array<ArrayBuffer>> {
  const { res } = c
  const body = new Uint8Array(await res.arrayBuffer())
  // Otherwise Hono would mix the headers of both, cookies twice.
  c.res = undefined
  c.res = new Response(body.length > 0 ? body : null, { status: res.status, headers: res.headers })
  return body
}

async function exchangeOf(c: Ctx, sent: ArrayBuffer, ms: number): Promise<Exchange> {
  const answered = await bodyOut(c)
  const { req, res } = c
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
      ...bodyOf(res.headers.get('content-type') ?? '', answered),
    },
  }
}

/** Tells the sandbox's stream what a person did and what went over the wire, and keeps the whole of that apart. */
export const tell = createMiddleware<Env>(async (c, next) => {
  const begun = performance.now()
  const sent = bodyIn(c)
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
  const { tenant, sandbox } = c.var
  const exchange = await exchangeOf(c, await sent, ms)
  const acts = actsOf(c).map((act) => [act] as const)
  await publishAll(tenant.store, sandbox.id, [...acts, [event, exchange]])
})
