import { expect, test } from '@playwright/test'
import { edgesOf } from '../../machines/model/edges.ts'
import { walk } from '../../machines/model/walk.ts'
import { flowIn } from '../packs/pack-of.ts'
import { sessionAt } from '../session/testing/session-at.ts'
import { attemptStep } from './attempt-step.ts'

const organizations = '<h1>Managed organizations</h1><a href="#">My organization</a>'
const labels = { Users: { absent: 'administrators alone see it' } }
const overrides = { 'add-users/viewer/managed-organizations': { labels } }

for (const [what, html, notOffered] of [
  ['is a difference that the profile names', organizations, true],
  ['is none where it is offered all the same', `${organizations}<a href="#">Users</a>`, undefined],
  ['is none on another screen', '<h1>Something else</h1>', undefined],
] as const)
  test(`that somebody is not offered what leads on ${what}`, async ({ page }) => {
    const inside = { sessionExists: async () => true, dashboardOpens: async () => true }
    const session = await sessionAt(
      page,
      html,
      { overrides },
      { ...inside, flow: 'add-users', given: 'viewer' },
    )
    const flow = flowIn([session.pack], 'add-users')
    const edge = edgesOf(flow).find(({ id }) => id === 'managedOrganizations/open-users')
    if (!edge) throw new Error('The flow has no such transition.')
    const moments = walk(flow, 'viewer', ['open-configuration', 'open-users'])
    const n = moments.findIndex((moment) => moment.edge?.id === edge.id)
    const [before, after] = moments.slice(n - 1)
    if (!before || !after) throw new Error('The walk does not lead there.')
    const step = { flow, edge, before, after, way: moments.slice(0, n) }
    const { judgement } = await attemptStep(session, step)
    expect(judgement).toMatchObject({ verdict: 'failed' })
    expect(judgement.notOffered).toBe(notOffered)
  })
