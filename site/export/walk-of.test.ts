import { expect, test } from 'vitest'
import { firstLogin } from '../../machines/first-login/pack.ts'
import { walk } from '../../machines/model/walk.ts'
import { documentedWalk, walkAt } from './walk-of.ts'

const flowOf = (id: string) => firstLogin.flows.find((flow) => flow.id === id) ?? expect.fail(id)
const logIn = flowOf('log-in')

test.each(firstLogin.flows.map((flow) => [flow.id, flow] as const))(
  'the documented way of %s ends at its goal',
  (_, flow) => {
    const place = documentedWalk(flow)
    expect(walk(flow, place.given, place.walk).at(-1)?.goal).toBe(true)
  },
)

test('a link leads to its moment, with what was gone back over left out', () => {
  const link = 'https://site.example/flows/log-in/#given=authenticator-app&walk=open-tenant-link,log-in&at=1'
  expect(walkAt(logIn, link)).toEqual({
    mode: 'model',
    given: 'authenticator-app',
    walk: ['open-tenant-link'],
    at: 1,
  })
})

test.each([
  'https://site.example/flows/log-in/#walk=open-tenant-link,no-such-event',
  // An event that this state does not have.
  '#walk=open-tenant-link,password.right',
  'nonsense',
])('the link %s leads nowhere', (link) => {
  expect(walkAt(logIn, link)).toBeUndefined()
})
