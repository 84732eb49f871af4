import { expect, test } from '@playwright/test'
import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { packs } from '../../../machines/index.ts'
import { serve } from '../../../site/serve.ts'
import type { Target } from '../../targets/target.ts'
import { checksFor } from '../index.ts'
import { Bench } from './bench.ts'
import { toPassword } from './journeys.ts'

/** A product that leads people who are logged in past the form of the login. */
async function start() {
  const fields =
    '<label>Email address <input name="user"></label><label>Password <input name="pass" type="password"></label>'
  const site = new Hono()
    .get('/', (c) =>
      getCookie(c, 'session')
        ? c.redirect('/home')
        : c.html(`<h1>Enter Your Password</h1><form>${fields}<button>Continue</button></form>`),
    )
    .get('/home', (c) =>
      getCookie(c, 'session') ? c.html('<h1>Dashboard</h1><button>Log out</button>') : c.text('no', 401),
    )
    .get('/activated', (c) => {
      setCookie(c, 'session', 'in')
      return c.redirect('/home')
    })
  return serve(site)
}

function targetAt(url: string, signedIn?: string): Target {
  const oneForm = { unneeded: 'one form' }
  return {
    name: 'A product that logs people in',
    packs,
    url,
    capabilities: [],
    patience: 2_000,
    overrides: {
      'login-page': { heading: 'Enter Your Password', labels: { 'Log In': oneForm } },
      'email-address': { heading: 'Enter Your Password', labels: { Continue: oneForm } },
      'account-activated': { absent: 'the dashboard opens at once', signedIn },
      dashboard: { labels: { Configuration: { absent: 'none' } } },
    },
    arrange: async () => ({
      account: { email: 'ada@example.com', password: 'secret' },
      clock: { now: async () => Date.now() },
      url,
      dashboard: `${url}/home`,
      leave: async () => {},
    }),
  } as unknown as Target
}

for (const [signedIn, reached] of [
  ['an activation logs people in', true],
  [undefined, false],
] as const)
  test(`someone whom a new password has logged in ${reached ? 'begins the login anew' : 'is led past it where the profile says nothing'}`, async ({
    browser,
  }) => {
    const { url, close } = await start()
    const [check] = checksFor(packs)
    if (!check) throw new Error('There is no check.')
    const bench = new Bench(browser, targetAt(url, signedIn), check)
    const person = await bench.person(bench.role('login').withoutFactor)
    await person.open(`${url}/activated`)
    const asked = toPassword(person)
    if (reached) await asked
    else await expect(asked).rejects.toThrow('was not reached')
    await bench.close()
    await close()
  })
