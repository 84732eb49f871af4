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

/** Says something else each time, in turn; it tells of a registered address where `tells`. */
function withTips(tips: readonly string[], tells: boolean) {
  let shown = 0
  return new Hono()
    .get('/', (c) => c.html('<form method="post"><input name="email"><button>Send</button></form>'))
    .post('/', async (c) => {
      const { email } = await c.req.parseBody()
      const tip = tips[shown++ % tips.length]
      const isKnown = tells && REGISTERED.includes(String(email))
      return c.html(`<h1>${isKnown ? 'We wrote to you' : 'Look at your mail'}</h1><p>${tip}</p>`)
    })
}

/** What becomes of the claim, where each person asks so often. */
async function judged(page: Page, app: Hono, often = OFTEN): Promise<string> {
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
  const both = { known: await person(known), unknown: await person(known) }
  const people = often > 0 ? { ...both, last: () => person(last) } : both
  await proveAlike(bench, 'often', people, async ({ page, account }, email) => {
    const typed = email === 'registered' ? account.email : account.email.replace('@', '+nobody@')
    for (let time = 0; time < often; time++) await page.request.post(site.url, { form: { email: typed } })
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

const TIPS = ['Use a key', 'Never answer such mails']

for (const [tells, outcome] of [
  [false, 'alike'],
  [true, 'different'],
] as const)
  test(`a tip that changes by itself, beside an answer that ${tells ? 'tells' : 'tells nothing'}: ${outcome}`, {
    tag: '@long',
  }, async ({ page }) => {
    expect(await judged(page, withTips([...TIPS, TIPS[1] ?? ''], tells), 0)).toBe(outcome)
  })
