import { expect, test } from '@playwright/test'
import { Hono } from 'hono'
import { type Moment, walk } from '../../machines/model/walk.ts'
import { serve } from '../../site/serve.ts'
import { flowIn } from '../packs/pack-of.ts'
import { sessionAt } from '../session/testing/session-at.ts'
import { attemptStep } from './attempt-step.ts'

/** A product whose last page of an activation leads to this page. */
const product = (page: string) =>
  new Hono()
    .get('/', (c) => c.html('<h1>Netwrix 1Secure</h1><a href="/email">Log In</a>'))
    .get('/activated', (c) => c.html('<h1>Account Activated</h1><a href="/next">Log in to 1Secure</a>'))
    .get('/next', (c) => c.html(page))

for (const [what, page, verdict] of [
  [
    'the form behind the login page',
    '<h1>Welcome</h1><label>Email address <input></label><button>Continue</button>',
    'passed',
  ],
  ['another page', '<h1>Thank you</h1><a href="/">Home</a>', 'failed'],
] as const)
  test(`a link that leads to ${what} has ${verdict}`, async ({ page: tab }) => {
    const site = await serve(product(page))
    const nobody = { sessionExists: async () => false, dashboardOpens: async () => false }
    const at = { ...nobody, url: site.url, dashboard: `${site.url}/home` }
    const session = await sessionAt(tab, '', { patience: 1_500 }, at)
    await session.page.goto(`${site.url}/activated`)
    const flow = flowIn([session.pack], 'activate-account')
    const events = [
      'open-activation.button',
      'new-password.strong',
      're-enter.same',
      'reset-password',
      'go-to-log-in',
    ]
    const moments = walk(flow, 'invited', events)
    const [before, after] = moments.slice(-2) as [Moment, Moment]
    if (!after.edge) throw new Error('The walk has no such event.')
    const { judgement } = await attemptStep(session, {
      flow,
      edge: after.edge,
      before,
      after,
      way: moments.slice(0, -1),
    })
    expect(judgement.verdict, judgement.reason).toBe(verdict)
    if (verdict === 'passed')
      await expect(session.page.getByRole('heading', { name: 'Netwrix 1Secure' })).toBeVisible()
    await site.close()
  })
