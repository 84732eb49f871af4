import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import type { Ctx, Env } from './context.ts'

const SAFE = ['GET', 'HEAD', 'OPTIONS']

/** Whether a request changes nothing (RFC 9110 section 9.2.1). */
export const isSafe = (c: Ctx): boolean => SAFE.includes(c.req.method)

/** Requests that change something are taken from the product's own pages only. */
export const refuseCrossSite = createMiddleware<Env>(async (c, next) => {
  const { rules, origin } = c.var.tenant
  const request = { origin: c.req.header('origin'), secFetchSite: c.req.header('sec-fetch-site') }
  if (!isSafe(c) && rules.isCrossSite(request, origin))
    throw new HTTPException(403, {
      message: 'This request didn’t come from one of our own pages, so nothing was done.',
    })
  await next()
})
