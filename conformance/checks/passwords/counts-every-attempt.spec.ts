import { expect, test } from '@playwright/test'
import { Hono } from 'hono'
import { packs } from '../../../machines/index.ts'
import { serve } from '../../../site/serve.ts'
import { judgeCheck } from '../../run/judge-check.ts'
import type { Target } from '../../targets/target.ts'
import { Bench } from '../bench/bench.ts'
import { checksFor } from '../index.ts'

const ATTEMPTS = 4

/** A product that allows so many attempts to log in. @param counts what it counts beside wrong passwords */
async function start(counts: 'right ones, too' | 'one too few') {
  const most = counts === 'one too few' ? ATTEMPTS - 2 : ATTEMPTS
  const made = new Map<string, number>()
  const form = (said = '') =>
    `${said}<h1>Enter Your Password</h1><form method="post"><label>Email address <input name="user"></label>
    <label>Password <input name="pass" type="password"></label><button>Continue</button></form>`
  const site = new Hono()
    .get('/', (c) => c.html(form()))
    .post('/', async (c) => {
      const { user = '', pass } = await c.req.parseBody<Record<string, string>>()
      const times = (made.get(user) ?? 0) + 1
      made.set(user, times)
      if (times > most) return c.html(form('<p role="alert">Too many attempts</p>'), 429)
      if (pass !== 'secret') return c.html(form('<p role="alert">Wrong email or password</p>'), 400)
      if (counts === 'one too few') made.delete(user)
      return c.html('<h1>Dashboard</h1><button>Log out</button>')
    })
    .get('/home', (c) => c.text('no', 401))
  return serve(site)
}

function targetAt(url: string): Target {
  const oneForm = { unneeded: 'one form' }
  let people = 0
  return {
    name: 'A product that counts',
    packs,
    url,
    capabilities: [],
    patience: 2_000,
    documented: { attempts: ATTEMPTS },
    overrides: {
      'login-page': { heading: 'Enter Your Password', labels: { 'Log In': oneForm } },
      'email-address': { heading: 'Enter Your Password', labels: { Continue: oneForm } },
      dashboard: { labels: { Configuration: { absent: 'none' } } },
    },
    arrange: async () => ({
      account: { email: `ada-${++people}@example.com`, password: 'secret' },
      clock: { now: async () => Date.now() },
      url,
      dashboard: `${url}/home`,
      dashboardOpens: async () => false,
      leave: async () => {},
    }),
  } as unknown as Target
}

for (const [counts, fewer] of [
  ['right ones, too', 'passed'],
  ['one too few', 'failed'],
] as const)
  test(`one guess fewer than documented is ${fewer} where a product counts ${counts}`, async ({
    browser,
  }) => {
    test.setTimeout(120_000)
    const { url, close } = await start(counts)
    const check = checksFor(packs).find(({ id }) => id === 'RATE3')
    if (!check) throw new Error('There is no check RATE3.')
    const bench = new Bench(browser, targetAt(url), check)
    await bench.prove()
    const { claims } = judgeCheck(bench.claims, undefined)
    const verdicts = Object.fromEntries(claims.map(({ id, verdict }) => [id, verdict]))
    expect(verdicts).toMatchObject({
      passwords: fewer,
      'passwords-anew': fewer === 'passed' ? 'failed' : 'not-testable',
    })
    await bench.close()
    await close()
  })
