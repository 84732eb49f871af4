import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'

const WIDTH = 960
const HEIGHT = 760

const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

const within = (size: number, most: string | undefined) => Math.min(size, Number(most) || size)

/** The slug of a flow in an address of its page; `undefined` for any other page. */
const slugIn = (pathname: string) => /^\/(?:flows|embed)\/((?:[\w-]+\/)*[\w-]+)\/?$/.exec(pathname)?.[1]

/**
 * Says how a flow is shown in a frame of another site, to programs that turn an address into one (oembed.com).
 * @param origin where people open the site
 * @param pages folder of the built pages
 */
export const oembed = (origin: () => string, pages: string): Hono =>
  new Hono().get('/oembed', (c) => {
    const { url = '', format = 'json', maxwidth, maxheight } = c.req.query()
    if (format !== 'json') return c.text('Only JSON is available.', 501)
    const asked = URL.canParse(url, origin()) ? new URL(url, origin()) : undefined
    const slug = asked?.origin === new URL(origin()).origin ? slugIn(asked.pathname) : undefined
    const file = join(pages, 'embed', slug ?? '', 'index.html')
    if (!asked || !slug || !existsSync(file)) return c.text('There is no such flow.', 404)
    const title = /<h1[^>]*>([^<]*)</.exec(readFileSync(file, 'utf8'))?.[1] ?? slug
    const [width, height] = [within(WIDTH, maxwidth), within(HEIGHT, maxheight)]
    const src = new URL(`/embed/${slug}/${asked.hash}`, origin()).href
    return c.json({
      version: '1.0',
      type: 'rich',
      provider_name: 'Doorstep',
      provider_url: new URL('/', origin()).href,
      title,
      width,
      height,
      html: `<iframe src="${escaped(src)}" title="${title}" width="${width}" height="${height}" sandbox="allow-scripts" style="border:0"></iframe>`,
    })
  })
