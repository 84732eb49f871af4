import { createMiddleware } from 'hono/factory'
import { isLoopback } from './environment.ts'

/**
 * Sends someone who opens a page by another name of this machine to the name that the live parties know: to a page of another origin
 * the tenant is closed. Only from the same port: behind a tunnel the other name leads elsewhere.
 */
export const byOwnName = (own: () => string) =>
  createMiddleware(async (c, next) => {
    const asked = new URL(c.req.url)
    const known = new URL(own())
    const bare = ({ hostname }: URL) => hostname.replace(/^\[|\]$/g, '')
    const isOtherName = asked.host !== known.host && isLoopback(bare(asked)) && isLoopback(bare(known))
    const isPage = c.req.method === 'GET' && c.req.header('accept')?.includes('text/html')
    if (!isOtherName || asked.port !== known.port || !isPage) return next()
    return c.redirect(known.origin + asked.pathname + asked.search)
  })
