import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { html } from 'hono/html'
import { generateSecret, generateURI, verify } from 'otplib'
import QRCode from 'qrcode'

interface User {
  passphrase: string
  /** Base32, while it is being set up and from then on. */
  secret?: string
  twoStep: boolean
}

/** A fault that can be seeded. */
export type Fault = 'any-digits' | 'stays-signed-in'

const COOKIE = 'kestrel'
/** RFC 6238 section 5.2: one time step of drift. */
const DRIFT = 30

const page = (heading: string, body: unknown, message = '') =>
  html`<!doctype html>
    <html lang="en">
      <title>${heading} · Kestrel</title>
      <body>
        <h1>${heading}</h1>
        ${message ? html`<p role="alert">${message}</p>` : ''} ${body}
      </body>
    </html>`

const go = (path: string, label: string) => html`<form action="${path}"><button>${label}</button></form>`
const post = (path: string, label: string) =>
  html`<form method="post" action="${path}"><button>${label}</button></form>`

const signInPage = (message?: string) =>
  page(
    'Sign in to Kestrel',
    html`<form method="post" action="/sign-in">
      <label>User name <input name="name" /></label>
      <label>Passphrase <input name="passphrase" type="password" /></label>
      <button>Sign in</button>
    </form>`,
    message,
  )

/**
 * Kestrel, a small product that knows nothing of Doorstep: notes behind a passphrase, and two-step sign-in.
 * @param options.key lets its holder make accounts: `POST /api/people`
 */
export async function startKestrel({ port = 0, key, fault }: { port?: number; key: string; fault?: Fault }) {
  const people = new Map<string, User>()
  const sessions = new Map<string, User>()

  const app = new Hono<{ Variables: { person: User } }>()
    .post('/api/people', async (c) => {
      if (c.req.header('authorization') !== `Bearer ${key}`) return c.json({ error: 'unknown key' }, 401)
      const { name, passphrase } = await c.req.json<{ name: string; passphrase: string }>()
      people.set(name, { passphrase, twoStep: false })
      return c.json({ name }, 201)
    })
    .get('/', (c) => c.html(signInPage()))
    .post('/sign-in', async (c) => {
      const { name = '', passphrase = '' } = await c.req.parseBody<Record<string, string>>()
      const person = people.get(name)
      if (person?.passphrase !== passphrase || !person)
        return c.html(signInPage('User name and passphrase do not match.'), 422)
      const session = randomBytes(24).toString('base64url')
      sessions.set(session, person)
      setCookie(c, COOKIE, session, { httpOnly: true, sameSite: 'Lax', path: '/' })
      return c.redirect('/notes', 303)
    })
    .use('*', async (c, next) => {
      const person = sessions.get(getCookie(c, COOKIE) ?? '')
      if (!person) return c.redirect('/', 303)
      c.set('person', person)
      return next()
    })
    .get('/notes', (c) => c.html(page('Your notes', go('/settings', 'Settings'))))
    .get('/settings', (c) =>
      c.html(
        page(
          'Settings',
          c.var.person.twoStep
            ? html`<p>Two-step sign-in is on.</p>`
            : post('/two-step', 'Turn on two-step sign-in'),
        ),
      ),
    )
    .post('/two-step', (c) => {
      c.var.person.secret = generateSecret()
      return c.redirect('/two-step', 303)
    })
    .get('/two-step', async (c) => c.html(await scanPage(c.var.person)))
    .post('/two-step/confirm', async (c) => {
      const { person } = c.var
      const { digits = '' } = await c.req.parseBody<Record<string, string>>()
      if (!(await isRight(person, digits)))
        return c.html(
          await scanPage(person, 'These digits are not the ones that your app shows right now.'),
          422,
        )
      person.twoStep = true
      return c.html(page('Two-step sign-in is on', post('/sign-out', 'Sign out')))
    })
    .post('/sign-out', (c) => {
      if (fault !== 'stays-signed-in') {
        sessions.delete(getCookie(c, COOKIE) ?? '')
        deleteCookie(c, COOKIE, { path: '/' })
      }
      return c.redirect('/', 303)
    })

  async function isRight({ secret = '' }: User, token: string): Promise<boolean> {
    if (!/^\d{6}$/.test(token)) return false
    return fault === 'any-digits' || (await verify({ secret, token, epochTolerance: DRIFT })).valid
  }

  const server = createAdaptorServer({ fetch: app.fetch })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  }
}

async function scanPage({ secret = '' }: User, message?: string) {
  const picture = await QRCode.toDataURL(generateURI({ issuer: 'Kestrel', label: 'notes', secret }), {
    width: 240,
  })
  return page(
    'Scan this code',
    html`<img src="${picture}" alt="QR code" />
      <form method="post" action="/two-step/confirm">
        <label>Six digits <input name="digits" inputmode="numeric" /></label>
        <button>Confirm</button>
      </form>`,
    message,
  )
}
