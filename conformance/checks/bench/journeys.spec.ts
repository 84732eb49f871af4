import { expect, test } from '@playwright/test'
import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { AuthenticatorApp } from '../../../machines/devices/authenticator-app.ts'
import { packs } from '../../../machines/index.ts'
import { serve } from '../../../site/serve.ts'
import type { Target } from '../../targets/target.ts'
import { checksFor } from '../index.ts'
import { Bench } from './bench.ts'
import { holder, toProtectedPage } from './journeys.ts'

const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
/** Milliseconds for which no further code is taken. */
const REST = 30_000
/** Late in a time step: the next one begins before the rest is over. */
let now = 29_000
const clock = {
  now: async () => now,
  advance: async (seconds: number) => {
    now += seconds * 1000
  },
}

/** A product that takes no code within half a minute after it took one, whether the code is right or not. */
async function start() {
  let taken = Number.NEGATIVE_INFINITY
  const phone = new AuthenticatorApp(clock, secret)
  const form = (heading: string, action: string, fields: string, said = '') =>
    `${said}<h1>${heading}</h1><form method="post" action="${action}">${fields}<button>Continue</button></form>`
  const code = (said?: string) =>
    form('Verify Your Identity', '/code', '<label>Enter one time code <input name="code"></label>', said)
  const fields =
    '<label>Email address <input name="user"></label><label>Password <input name="pass" type="password"></label>'
  const site = new Hono()
    .get('/', (c) => c.html(form('Enter Your Password', '/', fields)))
    .post('/', (c) => c.html(code()))
    .post('/code', async (c) => {
      const typed = (await c.req.parseBody<{ code: string }>()).code
      if (typed !== (await phone.ofStep(0)) || now < taken + REST)
        return c.html(code('<p role="alert">That code is wrong</p>'))
      taken = now
      setCookie(c, 'session', 'in')
      return c.redirect('/home')
    })
    .get('/home', (c) =>
      getCookie(c, 'session') ? c.html('<h1>Dashboard</h1><button>Log out</button>') : c.text('no', 401),
    )
  return serve(site)
}

function targetAt(url: string): Target {
  const oneForm = { unneeded: 'one form' }
  return {
    name: 'A product that rests',
    packs,
    url,
    capabilities: ['authenticator-app'],
    patience: 2_000,
    overrides: {
      'invitation-mail': { absent: 'no mail' },
      'login-page': { heading: 'Enter Your Password', labels: { 'Log In': oneForm } },
      'email-address': { heading: 'Enter Your Password', labels: { Continue: oneForm } },
      dashboard: { labels: { Configuration: { absent: 'none' } } },
    },
    arrange: async () => ({
      account: { email: 'ada@example.com', password: 'secret', totpSecret: secret },
      clock,
      url,
      dashboard: `${url}/home`,
      leave: async () => {},
    }),
  } as unknown as Target
}

test('where no code is taken right after another, a login waits for the next one', async ({ browser }) => {
  const { url, close } = await start()
  const check = checksFor(packs).find(({ id }) => id === 'SES2')
  if (!check) throw new Error('There is no check SES2.')
  const bench = new Bench(browser, targetAt(url), check)
  const person = await holder(bench)
  await toProtectedPage(person)
  const again = await bench.elsewhere(person)
  await toProtectedPage(again)
  expect([...again.session.notes]).toContain(
    'right after another code, the right one is refused: “That code is wrong”',
  )
  await bench.close()
  await close()
})
