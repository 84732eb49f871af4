import { expect, test } from '@playwright/test'
import { Hono } from 'hono'
import { edgesOf } from '../../machines/model/edges.ts'
import { walk } from '../../machines/model/walk.ts'
import { serve } from '../../site/serve.ts'
import { flowIn } from '../packs/pack-of.ts'
import { sessionAt } from '../session/testing/session-at.ts'
import { attemptStep } from './attempt-step.ts'

/** A password page that names the block from this attempt on. */
function blocksAt(limit: number) {
  let attempts = 0
  const form = (alert: string) =>
    `<h1>Enter Your Password</h1>${alert}<form method="post"><label>Password <input></label><button>Continue</button></form>`
  return new Hono()
    .get('/password', (c) => c.html(form('')))
    .post('/password', (c) =>
      c.html(
        form(
          `<p role="alert">${++attempts < limit ? 'Wrong email or password' : 'The account is blocked'}</p>`,
        ),
      ),
    )
}

for (const [limit, verdict, note] of [
  [10, 'passed', false],
  [11, 'passed', true],
  [12, 'failed', true],
] as const)
  test(`a block that is named at attempt ${limit} has ${verdict}`, async ({ page }) => {
    const site = await serve(blocksAt(limit))
    const nobody = { sessionExists: async () => false, dashboardOpens: async () => false }
    const session = await sessionAt(page, '', {}, { ...nobody, url: site.url, dashboard: `${site.url}/home` })
    await session.page.goto(`${site.url}/password`)
    const flow = flowIn([session.pack], 'log-in')
    const edge = edgesOf(flow).find(({ id }) => id === 'password/password.wrong-ten-times')
    const moments = walk(flow, 'activated', [
      'open-tenant-link',
      'log-in',
      'email.registered',
      'password.wrong-ten-times',
    ])
    const [before, after] = moments.slice(-2)
    if (!edge || !before || !after) throw new Error('The flow has no such transition.')
    const { judgement } = await attemptStep(session, { flow, edge, before, after, way: moments.slice(0, -1) })
    expect(judgement.verdict).toBe(verdict)
    expect([...session.notes].includes('the limit of attempts is named at the attempt behind it')).toBe(note)
    await site.close()
  })
