import { randomBytes } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { generateSecret } from 'otplib'
import { AuthenticatorApp } from '../../../machines/devices/authenticator-app.ts'
import { packs } from '../../../machines/index.ts'
import { serve } from '../../../site/serve.ts'
import { judgeCheck } from '../../run/judge-check.ts'
import type { Target } from '../../targets/target.ts'
import { Bench } from '../bench/bench.ts'
import { Rejections } from '../bench/rejections.ts'
import { checksFor } from '../index.ts'
import { type HeldCode, proveWrongCodes } from './held-code.ts'

const secret = generateSecret()
const app = new AuthenticatorApp({ now: async () => Date.now() }, secret)
const random = () => randomBytes(16).toString('hex')

/**
 * A product that has one address for the login and the code, and a token of the same name in both forms. That of the code is the login
 * which waits: it ends with the first wrong code.
 */
async function start() {
  const waiting = new Set<string>()
  const compared: string[] = []
  const form = (action: string, fields: string, token: string) =>
    `<form method="post" action="${action}"><input type="hidden" name="token" value="${token}">${fields}<button>Continue</button></form>`
  const site = new Hono()
    .get('/', (c) =>
      c.html(
        `<h1>Welcome</h1>${form('/', '<label>Email address <input name="user"></label><label>Password <input name="pass" type="password"></label>', random())}`,
      ),
    )
    .post('/', (c) => {
      const token = random()
      waiting.add(token)
      return c.html(
        `<h1>Verify Your Identity</h1>${form('/code', '<label>Enter one time code <input name="code"></label>', token)}`,
      )
    })
    .post('/code', async (c) => {
      const { token, code } = await c.req.parseBody<{ token: string; code: string }>()
      if (!waiting.delete(token)) return c.html('<p role="alert">Log in first</p>')
      compared.push(code)
      if (code !== (await app.right())) return c.html('<p role="alert"><i data-i18n="bad"></i></p>')
      setCookie(c, 'session', 'in')
      return c.redirect('/home')
    })
    .get('/home', (c) => c.text('home', c.req.header('cookie')?.includes('session=in') ? 200 : 401))
  return { ...(await serve(site)), compared }
}

const nobody = async () => {}

function targetAt(url: string): Target {
  const oneForm = { unneeded: 'one form' }
  return {
    name: 'One address',
    packs,
    url,
    capabilities: ['authenticator-app'],
    patience: 4_000,
    overrides: {
      'invitation-mail': { absent: 'no mail' },
      'login-page': { heading: 'Welcome', labels: { 'Log In': oneForm } },
      'email-address': { labels: { Continue: oneForm } },
      'enter-your-password': { heading: 'Welcome' },
    },
    arrange: async () => ({
      account: { email: 'ada@example.com', password: 'secret', totpSecret: secret },
      clock: { now: async () => Date.now() },
      url,
      dashboard: `${url}/home`,
      dashboardOpens: async ({ cookie }: { cookie: string }) =>
        (await fetch(`${url}/home`, { headers: { cookie } })).ok,
      leave: nobody,
    }),
  } as unknown as Target
}

test('each wrong code is sent with the token of its own login', { tag: '@long' }, async ({ browser }) => {
  test.setTimeout(60_000)
  const { url, close, compared } = await start()
  const check = checksFor(packs).find(({ id }) => id === 'OTP10')
  if (!check) throw new Error('There is no check OTP10.')
  const bench = new Bench(browser, targetAt(url), check)
  const codes = { zeros: '000000', row: '123456' }
  const wrong = Object.entries(codes).map(([claim, code]) => ({
    claim,
    of: code,
    send: (attempt: HeldCode) => attempt.send(code),
  }))
  await proveWrongCodes(bench, new Rejections(bench), wrong)
  expect(compared.slice(0, 2)).toEqual(Object.values(codes))
  const passed = judgeCheck(bench.claims).claims.filter(({ verdict }) => verdict === 'passed')
  expect(passed.map(({ id }) => id)).toEqual(['zeros', 'row', 'says', 'recovers'])
  await bench.close()
  await close()
})
