import { expect, test } from '@playwright/test'
import { Hono } from 'hono'
import { edgesOf } from '../../machines/model/edges.ts'
import { walk } from '../../machines/model/walk.ts'
import { serve } from '../../site/serve.ts'
import { flowIn } from '../packs/pack-of.ts'
import { sessionAt } from '../session/testing/session-at.ts'
import { attemptStep } from './attempt-step.ts'

const beginning = '<h1>Netwrix 1Secure</h1><button>Log In</button>'

const app = new Hono()
  .get('/', (c) => c.html(beginning))
  .get('/closed', (c) => c.html('<p>Please log in first.</p>', 401))
  .get('/blank', (c) => c.html(''))
  .get('/broken', (c) => c.html('<p>Something went wrong.</p>', 500))

let site: Awaited<ReturnType<typeof serve>>
test.beforeAll(async () => {
  site = await serve(app)
})
test.afterAll(() => site.close())

for (const [path, verdict] of [
  ['/closed', 'passed'],
  ['/blank', 'failed'],
  ['/broken', 'failed'],
] as const)
  test(`a protected page that keeps people out as ${path} does has ${verdict}`, async ({ page }) => {
    const denied = { sessionExists: async () => false, dashboardOpens: async () => false }
    const dashboard = `${site.url}${path}`
    const session = await sessionAt(page, '', {}, { ...denied, url: site.url, dashboard })
    await session.page.goto(site.url)
    const flow = flowIn([session.pack], 'log-in')
    const edge = edgesOf(flow).find(({ id }) => id === 'loginPage/open-dashboard')
    if (!edge) throw new Error('The flow has no such transition.')
    const moments = walk(flow, 'activated', ['open-tenant-link', 'open-dashboard'])
    const [start, before, after] = moments
    if (!start || !before || !after) throw new Error('The walk has three moments.')
    const { judgement } = await attemptStep(session, { flow, edge, before, after, way: [start, before] })
    expect(judgement.verdict).toBe(verdict)
    if (verdict === 'passed') {
      expect([...session.notes]).toEqual(['the page itself says that it is closed'])
      await expect(session.page.getByRole('button', { name: 'Log In' })).toBeVisible()
    }
  })
