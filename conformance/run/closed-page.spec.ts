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
  // What a form brings, and no browser keeps.
  .post('/', (c) => c.html(beginning, 200, { 'cache-control': 'no-store' }))
  .get('/closed', (c) => c.html('<p>Please log in first.</p>', 401))
  .get('/blank', (c) => c.html(''))
  .get('/broken', (c) => c.html('<p>Something went wrong.</p>', 500))

let site: Awaited<ReturnType<typeof serve>>
test.beforeAll(async () => {
  site = await serve(app)
})
test.afterAll(() => site.close())

for (const [path, verdict, by] of [
  ['/closed', 'passed', 'a link'],
  ['/closed', 'passed', 'a form'],
  ['/blank', 'failed', 'a link'],
  ['/broken', 'failed', 'a link'],
] as const)
  test(`a protected page that keeps people out as ${path} does, behind ${by}, has ${verdict}`, async ({
    page,
  }) => {
    const denied = { sessionExists: async () => false, dashboardOpens: async () => false }
    const dashboard = `${site.url}${path}`
    const session = await sessionAt(page, '', {}, { ...denied, url: site.url, dashboard })
    await session.page.goto(site.url)
    if (by === 'a form') {
      await session.page.setContent(`<form method="post" action="${site.url}"><button>Log In</button></form>`)
      await session.page.getByRole('button').click()
    }
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
