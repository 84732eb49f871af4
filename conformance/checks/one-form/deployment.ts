import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { AuthenticatorApp } from '../../../machines/devices/authenticator-app.ts'
import type { Clock, Mail } from '../../targets/target.ts'
import { appPage } from './app-page.ts'
import type { Faults } from './faults.ts'

export interface Account {
  password: string
  secret: string
  failures: number
  codes: Set<string>
  recoveryCodes: Set<string>
  /** Time step of the last code, the one that enrolled the app at first. */
  lastStep: number
}

/** An account without a password, or with one and a second factor. */
export const newAccount = (password = '', secret = '', recoveryCodes: string[] = []): Account => ({
  password,
  secret,
  failures: 0,
  codes: new Set(),
  recoveryCodes: new Set(recoveryCodes),
  lastStep: stepOf(Date.now()),
})

const stepOf = (time: number) => Math.floor(time / 30_000)

const COOKIE = '__Host-who'
const MOST_FAILURES = 10
const LEAST_CHARACTERS = 12
/** Counts the wrong codes of a browser, and how many there may be. */
const TRIED = 'tried'
const MOST_TRIED = 3
/** A password has to have each of these. */
const KINDS = [/[A-Z]/, /[a-z]/, /\d/, /[^A-Za-z\d]/]
export const spareCode = () => randomBytes(6).toString('hex')
const random = () => randomBytes(24).toString('base64url')

/**
 * A deployment like many that are not the bundled tenant: a page put up by script, the same for every path, that asks an API in JSON;
 * one form for address, password, and code; links whose page asks nothing before the form is sent.
 */
export async function startOneForm(faults: Faults = {}) {
  const accounts = new Map<string, Account>()
  const sessions = new Map<string, string>()
  const links = new Map<string, { email: string; path: string }>()
  const mails = new Map<string, Mail[]>()
  let moved = 0
  const clock: Clock = {
    now: async () => Date.now() + moved,
    advance: async (seconds) => {
      moved += seconds * 1000
    },
  }
  const app = new Hono()
  const who = (c: Context) => sessions.get(getCookie(c, COOKIE) ?? '')
  const open = (c: Context, email: string) => {
    const id = random()
    sessions.set(id, email)
    setCookie(c, COOKIE, id, {
      path: '/',
      secure: true,
      httpOnly: true,
      sameSite: faults.takesOtherSites ? 'None' : 'Lax',
    })
  }
  const send = (email: string, subject: string, path: string, words: string, to = email) => {
    const token = random()
    links.set(token, { email, path })
    const of = [...accounts.keys()].indexOf(email)
    const html = `<a href="${url}${path}?token=${token}&of=${of}">${words}</a>`
    mails.set(to, [...(mails.get(to) ?? []), { subject, html: async () => html }])
    return token
  }

  let last = ''
  let next = '/home'
  app.use('/api/*', async (c, goOn) => {
    await goOn()
    if (!faults.keepsInside) c.header('cache-control', 'no-store')
  })
  app.get('/api/me', (c) =>
    who(c)
      ? c.json({ email: faults.namesLast ? last : who(c), leave: faults.logsOutByLink && '/leave' })
      : c.json({ error: 'Not allowed' }, 401),
  )
  app.get('/api/people', (c) => {
    if (who(c) || faults.answersAnybody) return c.json([...accounts.keys()])
    if (faults.leadsBack) next = '/people'
    return c.json({ error: 'Not allowed' }, 401)
  })
  app.post('/api/login', async (c) => {
    const { email = '', password = '', code = '', recovery = '', username } = await fieldsOf(c, faults)
    const asked = Object.values(c.req.query())
    if (faults.refusesOtherSites && asked.some((value) => !/^\/\w/.test(value)))
      return c.json({ error: 'That is another site' }, 400)
    const account = accounts.get(email)
    if (!account && faults.refusesWithMarkup) return c.json({ error: `not ${email}`, asHtml: true }, 401)
    if (!account) return c.json({ error: faults.tellsUnknown ? 'Unknown address' : 'Wrong' }, 401)
    if (faults.slowerForKnown) await setTimeout(40)
    const isBlocked = account.failures >= MOST_FAILURES && !faults.neverBlocks
    if (isBlocked || account.password !== password) {
      account.failures += 1
      return c.json({ error: 'Wrong' }, 401)
    }
    const isRecovery = [...(faults.recoveryCodeOfAnybody ? accounts.values() : [account])].some(
      ({ recoveryCodes }) => recoveryCodes.has(recovery),
    )
    if (isRecovery) {
      if (faults.recoveryCodesRace) await setTimeout(100)
      if (!faults.recoveryCodeWorksTwice) account.recoveryCodes.delete(recovery)
      open(c, email)
      return c.json({})
    }
    const named = faults.codeOfNamedAccount ? accounts.get(username ?? '') : undefined
    const phone = new AuthenticatorApp(clock, (named ?? account).secret)
    const now = stepOf(await clock.now())
    const oldest = faults.takesOldCodes ? Math.min(10, now - account.lastStep - 1) : 1
    const steps = Array.from({ length: Math.max(1, oldest + 1) }, (_, ago) => -ago)
    const right = account.secret ? await Promise.all(steps.map((step) => phone.ofStep(step))) : ['']
    if (code === '' && recovery === '' && account.secret) {
      if (faults.passwordOpens) open(c, email)
      return c.json({ error: 'Code', ...(faults.showsSecret && { seed: account.secret }) }, 401)
    }
    const tried = Number(getCookie(c, TRIED) ?? 0)
    if (tried >= MOST_TRIED) return c.json({ error: 'Wrong' }, 401)
    const isMaster = code === '000000' && faults.hasMasterCode
    if (
      (!right.includes(code) && !isMaster) ||
      (account.codes.has(code) && !faults.codeWorksTwice && account.secret)
    ) {
      if (recovery === '' || !faults.recoveryCodesUncounted) account.failures += 1
      if (faults.endsLogin) setCookie(c, TRIED, `${tried + 1}`)
      return c.json({ error: 'Wrong' }, 401)
    }
    account.codes.add(code)
    account.lastStep = now
    account.failures = 0
    open(c, email)
    last = email
    return c.json({ next: (faults.returnsAnywhere && c.req.query('wherefrom')) || next })
  })
  app.post('/api/spare', (c) => {
    const account = accounts.get(who(c) ?? '')
    if (!account) return c.json({ error: 'Not allowed' }, 401)
    const codes = [spareCode(), spareCode()]
    account.recoveryCodes = new Set([...(faults.recoveryCodesAddUp ? account.recoveryCodes : []), ...codes])
    return c.json(codes)
  })
  app.post('/api/logout', (c) => {
    if (!who(c)) return c.json({ error: 'Not allowed' }, 401)
    if (!faults.sessionOutlivesLogout) sessions.delete(getCookie(c, COOKIE) ?? '')
    setCookie(c, COOKIE, '', { path: '/', secure: true, maxAge: 0 })
    return c.json({})
  })
  if (faults.logsOutByLink)
    app.get('/leave', (c) => {
      sessions.delete(getCookie(c, COOKIE) ?? '')
      return c.redirect('/login')
    })
  app.post('/api/forgot', async (c) => {
    const { email: typed } = await fieldsOf(c, faults)
    const [email, ...others] = [typed ?? []].flat()
    if (!email || (others.length > 0 && !faults.mailsToAll)) return c.json({ error: 'No address' }, 400)
    const known = faults.ignoresDots ? email.replace(/^([^.@]+)\./, '$1') : email
    const mailTo = (to: string) => send(known, 'A new password', '/reset', 'Choose another one', to)
    const [token = ''] = accounts.has(known) ? [email, ...others].map(mailTo) : []
    const said = faults.repeatsMarkup ? email : email.replaceAll('<', '&lt;')
    return c.json({ said, ...(faults.answersWithLink && { token }) })
  })
  app.post('/api/password', async (c) => {
    const {
      token = '',
      account: { password = '', email: within } = {},
      email: named,
      at,
      of,
    }: NewPassword = await fieldsOf(c, faults)
    if (faults.formNamesAccountWithin && named) return c.json({ error: 'What is that?' }, 400)
    const link = links.get(token)
    const whose = link?.path === at || faults.mixesUpLinks ? link?.email : undefined
    if (!whose) return c.json({ error: 'This link is not valid' }, 403)
    const set = (email: string) => accounts.set(email, { ...(accounts.get(email) ?? newAccount()), password })
    if (faults.storesWhatItRefuses) set(whose)
    if (!faults.takesAnyLength && password.length < LEAST_CHARACTERS)
      return c.json({ error: 'Too short' }, 400)
    if (!faults.takesAnyKinds && !KINDS.every((kind) => kind.test(password)))
      return c.json({ error: 'It needs capitals, small letters, digits and symbols' }, 400)
    if (!faults.takesAnyRow && /(.)\1\1/.test(password))
      return c.json({ error: 'A character may stand twice in a row at most' }, 400)
    const numbered = faults.formNumbersAccount ? [...accounts.keys()][of ?? -1] : undefined
    const other = faults.formNamesAccount ? named : faults.formNamesAccountWithin ? within : numbered
    const email = other ?? whose
    if (faults.linkRaces) await setTimeout(100)
    if (!faults.linkWorksTwice) links.delete(token)
    set(email)
    for (const [id, one] of sessions) if (one === email) sessions.delete(id)
    return c.json({})
  })
  app.get('*', (c) => {
    if (!(faults.framesInside && c.req.path === '/home'))
      c.header('content-security-policy', "frame-ancestors 'none'")
    c.header('referrer-policy', 'no-referrer')
    return c.html(appPage)
  })

  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await once(server, 'listening')
  const url = `http://localhost:${(server.address() as AddressInfo).port}`
  return {
    url,
    accounts,
    clock,
    invite: (email: string) => send(email, 'Come in', '/join', 'Join'),
    mailsOf: (email: string) => mails.get(email) ?? [],
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

/** What the form for a new password sends, and what somebody may add to it. */
interface NewPassword {
  token?: string
  at?: string
  of?: number
  email?: string
  account?: { password?: string; email?: string }
}

/** JSON alone, or whatever comes. */
async function fieldsOf(c: Context, { takesOtherSites }: Faults): Promise<Record<string, string>> {
  const isJson = c.req.header('content-type')?.includes('json')
  if (isJson) return c.req.json()
  return takesOtherSites ? ((await c.req.parseBody()) as Record<string, string>) : {}
}
