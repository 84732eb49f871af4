import { createMiddleware } from 'hono/factory'
import { publish } from '../publish.ts'
import type { Env } from './context.ts'

/** Tokens must not get into the stream: of anything that could be one, four characters are left. */
const shorten = (path: string) =>
  path
    .replace(/([?&](?:code|state|nonce|session_state|id_token_hint)=[^&]{0,4})[^&]*/g, '$1…')
    .replace(/([\w-]{4})[\w-]{36,}/g, '$1…')

/** Tells the sandbox's stream what went over the wire. */
export const tellWire = createMiddleware<Env>(async (c, next) => {
  await next()
  const { pathname, search } = new URL(c.req.url)
  // A page that refreshes to the provider leads on as a redirect does.
  const location = c.res.headers.get('location') ?? c.res.headers.get('refresh')?.replace('0; url=', '')
  await publish(c.var.tenant.store, c.var.sandbox.id, {
    kind: 'request',
    method: c.req.method,
    path: shorten(pathname + search),
    status: c.res.status,
    ...(location ? { location: shorten(location) } : {}),
  })
})
