import { expect, test } from '@playwright/test'
import { edgesOf, stateMetaOf } from '../../machines/model/edges.ts'
import { flowIn } from '../packs/pack-of.ts'
import { pressAtTarget } from '../session/overrides.ts'
import { sessionAt } from '../session/testing/session-at.ts'
import { gather } from './gather.ts'

test('a control that is not offered needs no message, and nothing waits for one', async ({ page }) => {
  const inside = { sessionExists: async () => true, dashboardOpens: async () => true }
  const users = { labels: { 'Add Users': { absent: 'Administrators alone see it' } } }
  const html = '<h1>Users</h1><a href="#">Managed organizations</a>'
  const session = await sessionAt(page, html, { overrides: { users } }, inside)
  const flow = flowIn([session.pack], 'add-users')
  const edge = edgesOf(flow).find(({ id }) => id === 'users/add-users[1]')
  if (!edge) throw new Error('The flow has no such transition.')
  const look = () => gather(session, stateMetaOf(flow, 'users'), { edge, signedIn: true, doer: session })
  expect((await look()).said).toBe(false)
  await pressAtTarget(session, 'users', 'Add Users')
  expect(session.without).toEqual({
    label: 'Add Users',
    why: 'Administrators alone see it',
    isThere: false,
  })
  expect((await look()).said).toBe(true)
})

test('a session that comes while one looks is known where the screen is passed because of it', async ({
  page,
}) => {
  const answers = [false]
  const later = { sessionExists: async () => false, dashboardOpens: async () => answers.pop() ?? true }
  const choice = { absent: 'there is no second factor', signedIn: 'the password is enough' }
  const session = await sessionAt(
    page,
    '<h1>One moment</h1>',
    { overrides: { 'keep-your-account-safe': choice } },
    later,
  )
  const flow = flowIn([session.pack], 'log-in')
  const edge = edgesOf(flow).find(({ id }) => id === 'password/password.right[0]')
  if (!edge) throw new Error('The flow has no such transition.')
  const found = await gather(session, stateMetaOf(flow, edge.target), {
    edge,
    signedIn: false,
    doer: session,
  })
  expect(found).toMatchObject({ missing: [], dashboard: 'opens' })
})

test('a screen known by a link that the screen before has, too, was not seen to be reached', async ({
  page,
}) => {
  const denied = { sessionExists: async () => false, dashboardOpens: async () => false }
  const overrides = { 'login-page': { heading: false } } as const
  const html = '<h1>Check Your Email</h1><a href="#">Log In</a><button>Resend email</button>'
  const session = await sessionAt(page, html, { overrides }, denied)
  session.left = 'check-your-email'
  const flow = flowIn([session.pack], 'reset-password')
  const edge = edgesOf(flow).find(({ target }) => stateMetaOf(flow, target).screen === 'login-page')
  if (!edge) throw new Error('The flow has no such transition.')
  const look = gather(session, stateMetaOf(flow, edge.target), { edge, signedIn: false, doer: session })
  await expect(look).rejects.toThrow('with `heading: false` in screens["login-page"]')
})
