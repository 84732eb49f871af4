import { expect, type Page, test } from '@playwright/test'
import { Hono } from 'hono'
import { serve } from '../../../site/serve.ts'
import { sessionAt } from '../../session/testing/session-at.ts'
import type { Bench } from '../bench/bench.ts'
import { Person } from '../bench/person.ts'
import { proveAlike } from './prove-alike.ts'

const REGISTERED = ['ada@example.com', 'eve@example.com']
/** How often each person asks before the last time. */
const OFTEN = 3

/** Refuses who asks too often; `counts` says who that is. */
function product(counts: (email: string) => string | undefined, limit: number) {
  const asked = new Map<string, number>()
  return new Hono()
    .get('/', (c) => c.html('<form method="post"><input name="email"><button>Send</button></form>'))
    .post('/', async (c) => {
      const { email } = await c.req.parseBody()
      const by = counts(String(email))
      const times = by === undefined ? 0 : (asked.get(by) ?? 0) + 1
      if (by !== undefined) asked.set(by, times)
      return times > limit ? c.html('<h1>Too often</h1>', 429) : c.html('<h1>Look at your mail</h1>')
    })
}

/** What becomes of the claim. */
async function judged(page: Page, app: Hono): Promise<string> {
  const site = await serve(app)
  const context = () => page.context().browser()?.newContext()
  const person = async (email: string) => {
    const own = await (await context())?.newPage()
    if (!own) throw new Error('There is no browser.')
    const session = await sessionAt(own, '', {}, { account: { email, password: '' }, url: site.url })
    return new Person(session, { target: session.target } as unknown as Bench)
  }
  let outcome = ''
  const bench = {
    elsewhere: ({ account }: Person) => person(account.email),
    claim: (_: string, holds: boolean) => {
      outcome = holds ? 'alike' : 'different'
    },
    unproven: () => {
      outcome = 'unproven'
    },
  } as unknown as Bench
  const [known = '', last = ''] = REGISTERED
  const people = { known: await person(known), unknown: await person(known), last: () => person(last) }
  await proveAlike(bench, 'often', people, async ({ page, account }, email) => {
    const typed = email === 'registered' ? account.email : account.email.replace('@', '+nobody@')
    for (let time = 0; time < OFTEN; time++) await page.request.post(site.url, { form: { email: typed } })
    await page.goto(site.url)
    return async () => {
      await page.locator('input').fill(typed)
      await page.getByRole('button').click()
    }
  })
  await site.close()
  return outcome
}

for (const [what, counts, limit, outcome] of [
  ['no limit', () => undefined, 0, 'alike'],
  ['a limit for each address', (email: string) => email, OFTEN, 'alike'],
  [
    'a limit for registered addresses alone',
    (email: string) => REGISTERED.find((one) => one === email),
    OFTEN,
    'different',
  ],
  ['a limit for the sender, reached between two people', () => 'sender', OFTEN + 2, 'unproven'],
] as const)
  test(`asking often, ${what}: ${outcome}`, async ({ page }) => {
    expect(await judged(page, product(counts, limit))).toBe(outcome)
  })
