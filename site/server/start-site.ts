import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { secureHeaders } from 'hono/secure-headers'
import type { TrustedProxies } from '../caller.ts'
import { onlyOverTls } from '../only-over-tls.ts'
import { serve } from '../serve.ts'
import type { Live } from './describe-live.ts'
import { oembed } from './oembed.ts'
import { byOwnName } from './own-name.ts'
import { followScriptSources, pagePolicy, policyOnPagesAlone } from './page-policy.ts'

export interface SiteOptions {
  port: number
  host?: string
  /** Where people open it: `localhost` and the port by default. */
  origin?: string
  /** Tells browsers to use TLS from now on, for a year (RFC 6797). */
  hsts?: boolean
  /** The proxies that are believed when they say who asks. Default: none. */
  trustProxy?: TrustedProxies
  /** Folder of the built pages. */
  pages: string
  /** Answers below `/class-api`. */
  classes?: Hono
  /** Writes a flow as one file, where the pages come without those files. */
  exportFlow?: ((flow: string) => Promise<string | undefined>) | undefined
}

export interface RunningSite {
  url: string
  /**
   * Says where the live parties are; until then pages walk in model mode only.
   * @param providers origins of the identity provider, which live mode shows as well
   */
  announce(live: Live, providers?: string[]): void
  close(): Promise<void>
}

/**
 * Serves the built pages, and says to them where the live parties are.
 * @throws {PortError}
 */
export async function startSite({
  port,
  host = 'localhost',
  origin,
  hsts = false,
  trustProxy = 0,
  pages,
  classes = new Hono(),
  exportFlow,
}: SiteOptions): Promise<RunningSite> {
  let live: Live | undefined
  let parties: string[] = []
  let url = ''
  const scripts = followScriptSources(pages)
  const headers = async (isEmbedded: boolean) =>
    secureHeaders({
      contentSecurityPolicy: pagePolicy(await scripts(), parties, isEmbedded),
      // A sandboxed frame has an origin of its own.
      crossOriginResourcePolicy: isEmbedded ? 'cross-origin' : 'same-origin',
      referrerPolicy: 'same-origin',
      strictTransportSecurity: hsts && 'max-age=31536000',
      xFrameOptions: isEmbedded ? false : 'DENY',
    })
  const app = new Hono()
    .use(onlyOverTls(trustProxy))
    .use(byOwnName(() => url))
    .use(policyOnPagesAlone)
    .use(async (c, next) => (await headers(/^\/(?:embed|_astro)\//.test(c.req.path)))(c, next))
    .route(
      '/',
      oembed(() => url, pages),
    )
    .get('/live.json', compress(), (c) =>
      live ? c.json(live, 200, { 'cache-control': 'no-store' }) : c.notFound(),
    )
    .route('/class-api', classes)
    .use('/_astro/*', async (c, next) => {
      await next()
      if (c.res.ok) c.header('cache-control', 'public, max-age=31536000, immutable')
      c.header('access-control-allow-origin', '*')
    })
    // A file that is taken away has its own policy, which allows other scripts than that of the pages.
    .use('/export/*', async (c, next) => {
      await next()
      if (c.res.ok) c.header('content-disposition', 'attachment')
    })
    .get('/export/:file{[\\w-]+\\.html}', async (c, next) => {
      const page = await exportFlow?.(c.req.param('file').replace(/\.html$/, ''))
      return page === undefined ? next() : c.html(page)
    })
    .use(serveStatic({ root: pages, precompressed: true }))
    .notFound(async (c) => {
      const page = `${pages}/404.html`
      return existsSync(page)
        ? c.html(await readFile(page, 'utf8'), 404)
        : c.text('There is no such page.', 404)
    })

  const served = await serve(app, {
    port,
    host,
    who: 'The site',
    otherwise: 'set PORT to another port',
    names: origin === undefined ? [] : [new URL(origin).hostname],
  })
  url = origin ?? served.url
  return {
    ...served,
    url,
    announce(where, providers = []) {
      live = where
      parties = [where.tenant, ...providers]
    },
  }
}
