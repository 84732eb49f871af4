import { expect, test } from '@playwright/test'
import { Hono } from 'hono'
import { edgesOf } from '../../machines/model/edges.ts'
import { walk } from '../../machines/model/walk.ts'
import { serve } from '../../site/serve.ts'
import { flowIn } from '../packs/pack-of.ts'
import { sessionAt } from '../session/testing/session-at.ts'
import { attemptStep } from './attempt-step.ts'

const field = (name: string, action: string) =>
  `<form action="${action}"><label>${name} <input></label><button>Continue</button></form>`

const app = new Hono()
  .get('/', (c) => c.html('<h1>Netwrix 1Secure</h1><form action="/who"><button>Log In</button></form>'))
  .get('/who', (c) => c.html(`<h1>Welcome</h1>${field('Email address', '/password')}`))
  .get('/password', (c) => c.html(`<h1>Enter Your Password</h1>${field('Password', '/refused')}`))
  .get('/refused', (c) => c.html('<p role="alert">Wrong email or password</p>'))
  .get('/silent', (c) => c.html('<p>Hello</p>'))

let site: Awaited<ReturnType<typeof serve>>
test.beforeAll(async () => {
  site = await serve(app)
})
test.afterAll(() => site.close())

for (const [what, leadsTo, getsIn, verdict] of [
  ['says why is as good as the form', '/refused', false, 'passed'],
  ['says nothing is a difference', '/silent', false, 'failed'],
  ['lets people in is one', '/refused', true, 'failed'],
] as const)
  test(`a page of its own for refused input that ${what}`, async ({ page }) => {
    const own = { sessionExists: async () => getsIn, dashboardOpens: async () => getsIn }
    const session = await sessionAt(page, '', {}, { ...own, url: site.url, dashboard: `${site.url}/home` })
    await session.page.goto(`${site.url}/password`)
    await session.page
      .locator('form')
      .evaluate((form, action) => form.setAttribute('action', action), leadsTo)
    const flow = flowIn([session.pack], 'log-in')
    const edge = edgesOf(flow).find(({ id }) => id === 'password/password.wrong')
    if (!edge) throw new Error('The flow has no such transition.')
    const moments = walk(flow, 'activated', [
      'open-tenant-link',
      'log-in',
      'email.registered',
      'password.wrong',
    ])
    const [before, after] = moments.slice(-2)
    if (!before || !after) throw new Error('The walk has five moments.')
    const { judgement } = await attemptStep(session, { flow, edge, before, after, way: moments.slice(0, -1) })
    expect(judgement.verdict).toBe(verdict)
    if (verdict === 'passed') {
      expect([...session.notes]).toContain('what refuses people is a page of its own here')
      await expect(session.page.getByRole('heading', { name: 'Enter Your Password' })).toBeVisible()
    }
  })
