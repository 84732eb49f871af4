import type { HttpBindings } from '@hono/node-server'
import { createMiddleware } from 'hono/factory'
import { callerOf, type TrustedProxies } from './caller.ts'

/** Takes back what only TLS may promise where a trusted proxy was asked without it (RFC 6797 section 7.2). */
export const onlyOverTls = (trustProxy: TrustedProxies) =>
  createMiddleware(async (c, next) => {
    await next()
    const { incoming } = (c.env ?? {}) as Partial<HttpBindings>
    if (incoming && callerOf(incoming, trustProxy).scheme === 'http')
      c.res.headers.delete('strict-transport-security')
  })
