import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { html } from 'hono/html'
import { createTransport } from 'nodemailer'

const LEAST_CHARACTERS = 8

/**
 * A small portal that knows nothing of the documented product: it invites by mail, lets people choose a passphrase, and calls
 * everything otherwise. It is what the example profile describes.
 */
export async function startPortal({
  smtp,
  apiKey,
}: {
  smtp: { host: string; port: number }
  apiKey: string
}) {
  const invitations = new Map<string, string>()
  const passphrases = new Map<string, string>()
  const sessions = new Set<string>()
  const transport = createTransport({ ...smtp, ignoreTLS: true })
  const app = new Hono()

  app.post('/api/invitations', async (c) => {
    if (c.req.header('authorization') !== `Bearer ${apiKey}`) return c.json({ error: 'who are you?' }, 401)
    const { email } = await c.req.json<{ email: string }>()
    const token = randomUUID()
    invitations.set(token, email)
    const link = `${new URL(c.req.url).origin}/join/${token}`
    await transport.sendMail({
      from: 'portal@example.com',
      to: email,
      subject: 'The portal is waiting for you',
      html: `<p>Hello!</p><p><a href="${link}">Join the portal</a></p>`,
    })
    return c.body(null, 204)
  })

  app.get('/', (c) => c.html(page('The portal', html`<form action="/enter"><button>Enter</button></form>`)))

  app.get('/join/:token', (c) => {
    if (!invitations.has(c.req.param('token'))) return c.html(noGood, 410)
    return c.html(getCookie(c, 'rules') === 'read' ? joinForm() : houseRules)
  })
  app.post('/join/:token', async (c) => {
    const email = invitations.get(c.req.param('token'))
    if (!email) return c.html(noGood, 410)
    const { rules, first = '', again } = await c.req.parseBody<Record<string, string>>()
    if (rules) {
      setCookie(c, 'rules', 'read', { path: '/' })
      return c.redirect(c.req.path, 303)
    }
    if (first === '') return c.html(joinForm('A passphrase, please'), 422)
    if (first !== again) return c.html(joinForm('These two differ'), 422)
    if (first.length < LEAST_CHARACTERS) return c.html(joinForm('That is too short'), 422)
    passphrases.set(email, first)
    invitations.delete(c.req.param('token'))
    return c.html(page('You are in our books', html`<a href="/">To the door</a>`))
  })

  const signedIn = (c: Context) => sessions.has(getCookie(c, 'portal') ?? '')
  app.get('/home', (c) =>
    signedIn(c) ? c.html(page('At home', html`<p>Make yourself comfortable.</p>`)) : c.redirect('/'),
  )

  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

type Content = ReturnType<typeof html>

const page = (heading: string, content: Content) =>
  html`<!doctype html><html lang="en"><title>${heading}</title><body><h1>${heading}</h1>${content}</body></html>`

const noGood = page('This invitation is no longer valid', html`<a href="/">To the door</a>`)

const houseRules = page(
  'House rules',
  html`<form method="post"><p>Be kind.</p><button name="rules" value="read">I will</button></form>`,
)

const joinForm = (error?: string) =>
  page(
    'Your passphrase',
    html`<form method="post">
      ${error && html`<p role="alert">${error}</p>`}
      <input type="password" name="first" placeholder="Think of a passphrase" />
      <label>The same passphrase once more <input type="password" name="again" /></label>
      <button data-testid="join">✓</button>
    </form>`,
  )
