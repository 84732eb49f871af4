import { expect, test } from '@playwright/test'
import { begin, walkFrom } from '../../machines/model/walk.ts'
import { flowIn } from '../packs/pack-of.ts'
import { noteEarly, openUnled } from './early.ts'
import { sessionAt } from './testing/session-at.ts'

const inside = { session: undefined, dashboard: 'opens' } as const
const toKey = ['open-tenant-link', 'log-in', 'email.registered', 'password.right', 'choose.security-key']

test('a session is early, and no fault, on a screen that is absent and leads to nothing else', async ({
  page,
}) => {
  const absent = 'keys have no names'
  const overrides = {
    'name-your-security-key': { absent },
    'keep-your-account-safe': { absent: 'there is one method' },
  }
  const session = await sessionAt(page, '<h1>Dashboard</h1>', { overrides })
  const flow = flowIn([session.pack], 'log-in')
  const moments = walkFrom(flow, begin(flow, 'activated'), [...toKey, 'key.touched'])
  const naming = moments.at(-1)
  const choice = moments.at(-3)
  if (!naming || !choice) throw new Error('The flow has no such states.')
  noteEarly(session, flow, choice, inside)
  expect(session.early).toBe(undefined)
  noteEarly(session, flow, naming, inside)
  expect(session.early).toBe(absent)
  noteEarly(session, flow, naming, { session: undefined, dashboard: 'denied' })
  expect(session.early).toBe(undefined)
})

for (const [what, html, isOpened] of [
  ['is opened where the product leads elsewhere', '<h1>Dashboard</h1>', true],
  ['is not opened where what comes after it is there', '<h1>Secure Your Account</h1>', false],
] as const)
  test(`a screen that nothing identifies ${what}`, async ({ page }) => {
    const unneeded = { unneeded: 'there is one method' }
    let opened = false
    const open = async () => {
      opened = true
    }
    const labels = { 'Google Authenticator or Similar': unneeded, 'Security Key': unneeded }
    const overrides = {
      'keep-your-account-safe': { heading: false as const, signedIn: 'voluntary', open, labels },
      'secure-your-account': {
        labels: { 'Enter one time code': { absent: 'none' }, Continue: { absent: 'none' } },
      },
    }
    const session = await sessionAt(page, html, { overrides })
    await openUnled(session, 'keep-your-account-safe')
    expect(opened).toBe(isOpened)
  })
