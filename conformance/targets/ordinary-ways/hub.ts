import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { type Context, Hono } from 'hono'
import { createTransport } from 'nodemailer'
import { AuthenticatorApp } from '../../../machines/devices/authenticator-app.ts'
import { serve } from '../../../site/serve.ts'
import { hubPage } from './hub-page.ts'
import { MailedCodes, type MailedCodesOptions } from './mailed-codes.ts'

/** How long an answer takes, in milliseconds, as over a network: who goes on too early sees an older page. */
const UNDER_WAY = 200

interface Options {
  smtp: { host: string; port: number }
  /** Whether somebody who adds a second factor beside one gives the password once more. */
  asksAgain?: boolean
  /** The second factor is a code by mail: at each login, or on each new device. */
  mailsCodes?: MailedCodesOptions
}

interface Account {
  email: string
  password: string
  secret?: string
  /** The code that was accepted last. */
  used?: string
}

/**
 * A product that does everything in an ordinary way that is not the documented one. One page that scripts put up, behind a hash; its
 * session is a token in `localStorage`. The activation logs people in. Address and password are one form. The second factor is
 * voluntary, has its page in the settings, and is sent by its last digit. The button for a short password is disabled. Half a login
 * is forgotten by a reload, and someone who opens the home without a session comes to the form, not to the entrance. Menus are closed
 * until someone opens them. Someone who adds a second factor beside one gives the password first. It may mail a code to everyone who
 * logs in.
 */
export async function startHub({ smtp, asksAgain = true, mailsCodes }: Options) {
  const mailed = mailsCodes && new MailedCodes(mailsCodes)
  const accounts = new Map<string, Account>()
  const invitations = new Map<string, string>()
  const sessions = new Map<string, Account>()
  const transport = createTransport({ ...smtp, ignoreTLS: true })

  const tokenOf = (c: Context) => (c.req.header('authorization') ?? '').replace('Bearer ', '')
  const signIn = (account: Account) => {
    const token = randomUUID()
    sessions.set(token, account)
    return { token }
  }
  const codeOf = (secret: string) => new AuthenticatorApp({ now: async () => Date.now() }, secret).right()

  const app = new Hono()
    .get('/', (c) => c.html(hubPage))
    .post('/api/invite', async (c) => {
      const { email } = await c.req.json<{ email: string }>()
      const invitation = randomUUID()
      invitations.set(invitation, email)
      const link = `${new URL(c.req.url).origin}/#/join/${invitation}`
      const html = `<p><a href="${link}">Get started</a></p>`
      await transport.sendMail({ from: 'hub@example.com', to: email, subject: 'Join the hub', html })
      return c.body(null, 204)
    })
    .post('/api/account', async (c) => {
      const account = await c.req.json<Account>()
      accounts.set(account.email, account)
      return c.body(null, 204)
    })
    .post('/api/join', async (c) => {
      const { invitation, password } = await c.req.json<{ invitation: string; password: string }>()
      const email = invitations.get(invitation)
      if (!email) return c.json({ error: 'This link is no longer valid' }, 410)
      if (!password) return c.json({ error: 'Enter a new password' }, 422)
      if (password.length < 12) return c.json({ error: 'Use at least 12 characters' }, 422)
      invitations.delete(invitation)
      const account = { email, password }
      accounts.set(email, account)
      return c.json(signIn(account))
    })
    .get('/api/join/:invitation', (c) => c.json({ valid: invitations.has(c.req.param('invitation')) }))
    .post('/api/login', async (c) => {
      await setTimeout(UNDER_WAY)
      const typed = await c.req.json<Record<'email' | 'password' | 'code' | 'login' | 'device', string>>()
      const { email, password, code, login } = typed
      const account = accounts.get(email)
      if (!account || account.password !== password) return c.json({ error: 'Wrong email or password' }, 401)
      if (mailed && !mailed.knows(email, typed.device)) {
        if (!login) {
          const { id, digits } = mailed.begin(email)
          const html = `<p>Your code is <b>${digits}</b>.</p>`
          await transport.sendMail({ from: 'hub@example.com', to: email, subject: 'Somebody logs in', html })
          return c.json({ needs: 'code', login: id })
        }
        const device = mailed.accept(email, login, code)
        return device ? c.json({ ...signIn(account), device }) : c.json({ error: 'That code is wrong' }, 401)
      }
      if (account.secret && !code) return c.json({ needs: 'code' })
      if (account.secret && (code === account.used || code !== (await codeOf(account.secret))))
        return c.json({ error: 'That code is wrong' }, 401)
      account.used = code
      return c.json(signIn(account))
    })
    .post('/api/confirm', async (c) => {
      const { password } = await c.req.json<{ password: string }>()
      const isRight = sessions.get(tokenOf(c))?.password === password
      return isRight ? c.json({}) : c.json({ error: 'Wrong password' }, 401)
    })
    .post('/api/factor', async (c) => {
      const account = sessions.get(tokenOf(c))
      const { secret, code } = await c.req.json<{ secret: string; code: string }>()
      if (!account) return c.json({ error: 'Log in first' }, 401)
      if (code !== (await codeOf(secret))) return c.json({ error: 'That code is wrong' }, 422)
      Object.assign(account, { secret, used: code })
      return c.json({})
    })
    .post('/api/clock', async (c) => {
      mailed?.advance((await c.req.json<{ seconds: number }>()).seconds)
      return c.body(null, 204)
    })
    .post('/api/logout', (c) => {
      sessions.delete(tokenOf(c))
      return c.body(null, 204)
    })
    .get('/api/me', async (c) => {
      await setTimeout(UNDER_WAY)
      const account = sessions.get(tokenOf(c))
      const asks = asksAgain && account?.secret !== undefined
      return account ? c.json({ email: account.email, asks }) : c.json({}, 401)
    })
  return serve(app)
}
