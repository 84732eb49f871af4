import { type Context, Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { createTransport } from 'nodemailer'
import { serve } from '../../../site/serve.ts'
import { bundle } from '../bundle.ts'
import type { StartedProvider } from '../profile/functions.ts'
import { makeAuth } from './auth.ts'
import * as pages from './pages.ts'
import { inWords } from './words.ts'

export interface BeaconOptions {
  smtp: { host: string; port: number }
  /** For people who may invite others. */
  apiKey: string
  provider?: StartedProvider | undefined
}

/**
 * A log book for people at sea, on better-auth: an invited person chooses a passphrase and a second lock, or comes by
 * the company's provider. The library makes every decision about passwords, codes, keys, links and sessions.
 */
export async function startBeacon({ smtp, apiKey, provider }: BeaconOptions) {
  const app = new Hono()
  const { url, close } = await serve(app)
  const transport = createTransport({ ...smtp, ignoreTLS: true })
  const mail = (to: string, subject: string, html: string) =>
    transport.sendMail({ from: 'beacon@example.com', to, subject, html })
  const auth = await makeAuth({
    url,
    provider,
    async sendLink({ email, emailVerified }, link) {
      if (emailVerified)
        await mail(email, 'A new passphrase', `<p><a href="${link}">Choose a new passphrase</a></p>`)
      else await mail(email, 'There is a bunk for you', `<p><a href="${link}">Choose a passphrase</a></p>`)
    },
  })
  const script = await bundle(new URL('./browser.ts', import.meta.url))

  app.use(secureHeaders({ contentSecurityPolicy: { frameAncestors: ["'none'"] } }))
  app.use(async (c, next) => {
    await next()
    c.header('Cache-Control', 'no-store')
  })
  app.on(['GET', 'POST'], '/api/auth/*', (c) => auth.handler(c.req.raw))
  app.get('/beacon.js', (c) => c.body(script, 200, { 'content-type': 'text/javascript' }))

  app.post('/api/invitations', async (c) => {
    if (c.req.header('authorization') !== `Bearer ${apiKey}`) return c.json({ error: 'who are you?' }, 401)
    const { email, by } = await c.req.json<{ email: string; by: 'passphrase' | 'company' }>()
    await auth.add(email, { verified: by === 'company' })
    if (by === 'passphrase') await auth.mailLink(email)
    else await mail(email, 'There is a bunk for you', `<p><a href="${url}">To the gangway</a></p>`)
    return c.body(null, 204)
  })

  /** What the page shows to one kind of visitor; everyone else is sent where they belong. */
  const only = async (
    c: Context,
    wanted: '/deck' | '/second' | '/touch',
    page: (email: string) => Content,
  ) => {
    const visitor = await auth.visitor(c.req.raw.headers)
    if (!visitor) return c.redirect('/sign-on')
    const place = !visitor.halfWay ? '/deck' : visitor.hasKey ? '/touch' : '/second'
    return place === wanted ? c.html(page(visitor.email)) : c.redirect(place)
  }
  app.get('/api/log', async (c) => {
    const visitor = await auth.visitor(c.req.raw.headers)
    if (!visitor) return c.json({ error: 'nobody' }, 401)
    return visitor.halfWay ? c.json({ error: 'half way' }, 403) : c.json({ aboard: visitor.email })
  })
  app.get('/deck', (c) => only(c, '/deck', pages.deck))
  app.get('/change', (c) => only(c, '/deck', () => pages.change))
  app.get('/second', (c) => only(c, '/second', () => pages.second))
  app.get('/second/app', (c) => only(c, '/second', () => pages.phone))
  app.get('/second/key', (c) => only(c, '/second', () => pages.key))
  app.get('/touch', (c) => only(c, '/touch', () => pages.touch))

  app.get('/', (c) => c.html(pages.front))
  app.get('/sign-on', (c) => {
    const error = c.req.query('error')
    return c.html(pages.signOn(error && inWords(error)))
  })
  app.get('/code', (c) => c.html(pages.code))
  app.get('/spare', (c) => c.html(pages.spare))
  app.get('/lost', (c) => c.html(pages.lost))
  app.get('/sent', (c) => c.html(pages.sent))
  app.get('/passphrase', (c) => c.html(c.req.query('error') ? pages.noGood : pages.passphrase))
  app.get('/chosen', (c) => c.html(pages.chosen))

  return {
    url,
    close: async () => {
      await close()
      auth.close()
    },
  }
}

type Content = ReturnType<typeof pages.deck>
