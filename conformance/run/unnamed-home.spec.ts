import { expect, type Page, test } from '@playwright/test'
import { Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { edgesOf, stateMetaOf } from '../../machines/model/edges.ts'
import { serve } from '../../site/serve.ts'
import { flowIn } from '../packs/pack-of.ts'
import { sessionAt } from '../session/testing/session-at.ts'
import { gather } from './gather.ts'
import { judgeFailure } from './judge-failure.ts'

const homes = {
  /** Her own page, which leads anybody else to the login. */
  own: ['Ada Lovelace', undefined],
  /** A page that a procedure leads to once somebody is logged in. */
  further: ['Managed organizations', undefined],
  /** The same for everybody: nobody needs to be logged in for it. */
  open: ['About us', 'About us'],
  /** The second factor is still asked for. */
  step: ['Keep Your Account Safe', undefined],
} as const

const app = new Hono()
  .get('/home/:kind', (c) => {
    const [own, foreign] = homes[c.req.param('kind') as keyof typeof homes]
    const heading = getCookie(c, 'session') === 'ada' ? own : foreign
    return heading ? c.html(`<!doctype html><h1>${heading}</h1>`) : c.redirect('/')
  })
  .get('/', (c) => c.html('<h1>Log in</h1>'))

let site: Awaited<ReturnType<typeof serve>>
test.beforeAll(async () => {
  site = await serve(app)
})
test.afterAll(() => site.close())

/** Looks at the end of a login: the page that people get then is there. */
async function lookAtEnd(page: Page, home: keyof typeof homes) {
  const arranged = { url: site.url, dashboard: `${site.url}/home/${home}` }
  const session = await sessionAt(page, '', { overrides: { dashboard: { heading: 'Your work' } } }, arranged)
  await session.context.addCookies([{ name: 'session', value: 'ada', url: site.url }])
  await session.page.goto(site.url)
  await session.page.setContent('<h1>Your work</h1><button>Log out</button>')
  const flow = flowIn([session.pack], 'log-in')
  const edge = edgesOf(flow).find(({ target }) => stateMetaOf(flow, target).screen === 'dashboard')
  if (!edge) throw new Error('The flow has no such transition.')
  return gather(session, stateMetaOf(flow, edge.target), { edge, signedIn: true, doer: session })
}

for (const home of ['own', 'further'] as const)
  test(`a protected page that only the person gets, by ${home === 'own' ? 'another heading' : 'the heading of another page'}, is an error of the set-up`, async ({
    page,
  }) => {
    const error = await lookAtEnd(page, home).catch((error: unknown) => error)
    expect(judgeFailure(error)).toMatchObject({
      verdict: 'config-error',
      reason: expect.stringContaining(
        `shows “${homes[home][0]}” there, and not the heading of “Dashboard”: if that is what people see who are logged in, name the page with that heading in \`protectedPage.path\``,
      ),
    })
  })

for (const home of ['open', 'step'] as const)
  test(`a protected page that ${home === 'open' ? 'everybody gets' : 'asks for a further step'} proves that nobody is logged in`, async ({
    page,
  }) => {
    expect(await lookAtEnd(page, home)).toMatchObject({ missing: [], dashboard: 'denied' })
  })
