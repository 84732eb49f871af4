import { expect, test } from '@playwright/test'
import { generateSecret } from 'otplib'
import { sessionAt } from '../../session/testing/session-at.ts'
import type { Bench } from '../bench/bench.ts'
import { Person } from '../bench/person.ts'
import { giveProof } from './prove-again.ts'

/** A page that asks for both at once, and says what it was sent. */
const together = `<h1>Please confirm</h1><form onsubmit="event.preventDefault(); document.title = password.value + ' ' + code.value">
  <label>Password <input type="password" id="password"></label><label>One-time code <input id="code"></label><button>Confirm</button></form>`

test('password and code that one page asks for are sent together', async ({ page }) => {
  const totpSecret = generateSecret()
  const overrides = { 'verify-your-identity': { labels: { 'Enter one time code': 'One-time code' } } }
  const account = { email: 'ada@example.com', password: 'violet harbour', totpSecret }
  const session = await sessionAt(page, together, { overrides }, { account })
  const { pack, target } = session
  Object.assign(target, { packs: [pack] })
  const role = (name: keyof NonNullable<typeof pack.roles>) => pack.roles?.[name]
  const pages = () => ({ at: '/security', add: 'Add an app' })
  await giveProof(new Person(session, { target, role, optionalRole: role, pages } as unknown as Bench))
  await expect(session.page).toHaveTitle(/^violet harbour \d{6}$/)
})
