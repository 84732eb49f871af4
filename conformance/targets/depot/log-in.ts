import { setTimeout } from 'node:timers/promises'
import { type Context, Hono } from 'hono'
import { generateSecret, generateSync, generateURI } from 'otplib'
import { type Account, isPassword, makeSpareCodes } from './accounts.ts'
import { type Depot, Refused, textsIn, type Visitor, visitor } from './depot.ts'
import { keepRenewal } from './renewals.ts'

const STEP = 30_000
const WRONG = 'Address and password do not fit. After ten tries it takes half an hour'

/** The way in: address, password, and the app on the phone, or the company's provider. */
export function logInRoutes(depot: Depot): Hono {
  const { accounts, tokens, guesses, fault } = depot
  const app = new Hono()

  app.post('/address', async (c) => {
    const { email = '' } = await textsIn(c, 'email')
    if (!/^\S+@\S+$/.test(email.trim())) throw new Refused(400, 'That is no address')
    if (fault === 'tells-unknown' && !accounts.named(email)) throw new Refused(404, 'Nobody has that address')
    return c.json({})
  })

  app.post('/', async (c) => {
    const { email = '', password = '' } = await textsIn(c, 'email', 'password')
    const account = accounts.named(email)
    const what = `password ${email.trim().toLowerCase()}`
    const mayTry = fault === 'guesses-in-browser-only' || guesses.begin(what)
    if (!(await isPassword(account, password)) || !mayTry || !account) throw new Refused(401, WRONG)
    guesses.forget(what)
    const next = account.secret ? 'code' : 'factor'
    return c.json({ next, ticket: await tokens.begin(account.id, 'half-way') })
  })

  app.post('/code', async (c) => {
    const asked = await visitor(depot, c, ['half-way'])
    const { code, email } = await textsIn(c, 'code', 'email')
    const named = accounts.named(email ?? '')
    const whose = fault === 'code-of-named-account' && named ? named : asked.account
    await compareCode(depot, asked.account, whose, code)
    const opened = fault === 'opens-named-account' && named ? named : asked.account
    return openWhole(depot, c, { ...asked, account: opened })
  })

  app.post('/spare', async (c) => {
    const asked = await visitor(depot, c, ['half-way'])
    const { code = '' } = await textsIn(c, 'code')
    const what = `code ${asked.account.id}`
    if (!guesses.begin(what) || !asked.account.spareCodes.delete(code.trim()))
      throw new Refused(401, 'That spare code does not fit')
    guesses.forget(what)
    return openWhole(depot, c, asked)
  })

  app.post('/app', async (c) => {
    const { session, account } = await visitor(depot, c, ['half-way'])
    if (account.secret) throw new Refused(409, 'There is an app already: come in once more')
    const secret = session.pendingSecret ?? generateSecret()
    tokens.change(session.id, { pendingSecret: secret })
    return c.json({ secret, uri: generateURI({ issuer: 'Depot', label: account.email, secret }) })
  })

  app.post('/app/code', async (c) => {
    const asked = await visitor(depot, c, ['half-way'])
    const { session, account } = asked
    const { code } = await textsIn(c, 'code')
    if (account.secret || !session.pendingSecret)
      throw new Refused(409, 'There is an app already: come in once more')
    const step = stepOf(depot, session.pendingSecret, code ?? '')
    if (step === undefined) throw new Refused(401, 'These digits do not fit')
    Object.assign(account, { secret: session.pendingSecret, lastStep: step })
    const spareCodes = makeSpareCodes()
    account.spareCodes = new Set(spareCodes)
    void depot.mailer(account.email, 'A change at the Depot', { words: 'An app was added to your account.' })
    return openWhole(depot, c, asked, { spareCodes })
  })

  app.post('/company', async (c) => {
    if (!depot.company) throw new Refused(404, 'No company is known here')
    const begun = await depot.company.begin().catch(() => undefined)
    if (!begun) throw new Refused(400, 'The company does not answer')
    return c.json(begun)
  })

  app.post('/company/answer', async (c) => {
    const { keep, search = '' } = await textsInLong(c)
    const known = fault === 'answer-for-any-browser' ? depot.company?.keepOf(search) : keep
    const said = await depot.company?.end(known ?? '', search).catch(() => undefined)
    const account = said?.isVerified ? accounts.named(said.email) : undefined
    if (!said) throw new Refused(401, 'The company did not let you in')
    if (account?.by !== 'company')
      throw new Refused(403, 'The company knows you, but you are not on our list')
    Object.assign(account, { hasArrived: true, name: said.name })
    keepRenewal(depot, c, account.id)
    const token = await tokens.begin(account.id, 'whole')
    return c.json({ token, ...(fault === 'provider-token-kept' && { idToken: said.idToken }) })
  })

  return app
}

/** An answer of the provider is longer than what people type. */
async function textsInLong(c: Context): Promise<{ keep?: string; search?: string }> {
  const json: unknown = await c.req.json().catch(() => undefined)
  const { keep, search } = (json ?? {}) as Record<string, unknown>
  return {
    ...(typeof keep === 'string' && { keep }),
    ...(typeof search === 'string' && { search: search.slice(0, 5_000) }),
  }
}

/** Time step of a right code. */
function stepOf({ now, fault }: Depot, secret: string, code: string): number | undefined {
  const current = Math.floor(now() / STEP)
  const oldest = fault === 'old-codes' ? 10 : 1
  const steps = Array.from({ length: oldest + 2 }, (_, n) => current + 1 - n)
  return steps.find((step) => generateSync({ secret, epoch: (step * STEP) / 1000 }) === code.trim())
}

/** @throws Refused where the code is not right, was used, or was guessed too often */
async function compareCode(depot: Depot, account: Account, whose: Account, code: string | undefined) {
  const { guesses, fault } = depot
  if (code === undefined && fault === 'code-left-out') return
  if (code === '000000' && fault === 'master-code') return
  const what = `code ${account.id}`
  if (!guesses.begin(what)) throw new Refused(401, 'You tried too often: it takes half an hour')
  const step = whose.secret && stepOf(depot, whose.secret, code ?? '')
  if (!step) throw new Refused(401, 'These digits do not fit')
  if (step <= whose.lastStep && fault !== 'code-works-twice')
    throw new Refused(401, 'These digits were used before')
  if (fault === 'codes-race') await setTimeout(200)
  whose.lastStep = step
  guesses.forget(what)
}

/** The token from after the password ends, and another one is that of the session. */
async function openWhole(depot: Depot, c: Context, { session, account, token }: Visitor, more: object = {}) {
  const { tokens, fault } = depot
  keepRenewal(depot, c, account.id)
  if (fault === 'token-stays') {
    tokens.change(session.id, { scope: 'whole' })
    return c.json({ token, ...more })
  }
  tokens.end(session.id)
  return c.json({ token: await tokens.begin(account.id, 'whole'), ...more })
}
