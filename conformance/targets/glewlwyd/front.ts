import { Hono } from 'hono'
import { proxy } from 'hono/proxy'
import { serve } from '../../../site/serve.ts'

/**
 * What is in front of Glewlwyd, as its documentation advises: it opens a file for each page that it serves, closes none, and takes no
 * request any more after a thousand. The front asks it for each page once, and passes on what it says of it.
 */
export async function startFront(port: number, behind: string) {
  const known = new Map<string, Response>()
  const app = new Hono()
  app.on(['GET', 'HEAD'], '/*', async (c, next) => {
    const { pathname } = new URL(c.req.url)
    if (/^\/(?:api|config$)/.test(pathname)) return next()
    const page = known.get(pathname) ?? (await fetch(`${behind}${pathname}`))
    const headers = new Headers(page.headers)
    // What has come is no longer compressed.
    for (const name of ['content-encoding', 'content-length', 'connection']) headers.delete(name)
    if (page.ok) known.set(pathname, page.clone())
    return new Response(await page.clone().arrayBuffer(), { status: page.status, headers })
  })
  app.all('/*', ({ req }) => {
    const { pathname, search } = new URL(req.url)
    return proxy(`${behind}${pathname}${search}`, req)
  })
  return serve(app, { port })
}
