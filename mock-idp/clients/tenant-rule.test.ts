import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MockIdp, misbehaviours, startMockIdp } from '../index.ts'
import { tenantRule } from './runners/tenant-rule.ts'

let idp: MockIdp

beforeAll(async () => {
  idp = await startMockIdp()
})
afterAll(() => idp.close())

const logouts = misbehaviours.filter(({ id }) => id.startsWith('rp-backchannel-'))

test('all the logout tokens are here', () => expect(logouts).toHaveLength(9))

test.each(logouts)('the tenant’s rule for logout tokens: $id, $expect', async (misbehaviour) => {
  const outcome = await tenantRule(misbehaviour, idp)
  expect(outcome?.accepted).toBe(misbehaviour.expect === 'accept')
})
