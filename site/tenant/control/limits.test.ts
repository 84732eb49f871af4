import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestTenant, type TestTenant } from '../testing/start-test-tenant.ts'

let open: TestTenant
let limited: TestTenant
beforeAll(async () => {
  open = await startTestTenant()
  limited = await startTestTenant({ limited: true, trustProxy: 1 })
})
afterAll(async () => {
  await open.close()
  await limited.close()
})

/** Asks for a sandbox that cannot be made: it counts, and costs nothing. */
const ask = ({ listening }: TestTenant, address: string) =>
  fetch(`${listening}/control/sandboxes`, {
    method: 'POST',
    headers: { 'x-forwarded-for': address, 'content-type': 'application/json' },
    body: '{',
  })

async function askTimes(tenant: TestTenant, times: number, address: string) {
  const statuses = new Set<number>()
  for (let n = 0; n < times; n++) statuses.add((await ask(tenant, address)).status)
  return [...statuses]
}

describe('making sandboxes', () => {
  test('a class of 300 behind one address gets in; after that the answer says how long to wait', async () => {
    expect(await askTimes(limited, 320, '203.0.113.9')).toEqual([400])
    const refused = await ask(limited, '203.0.113.9')
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('2')
    expect(await refused.json()).toEqual({
      error: {
        code: 'too-many-requests',
        message: 'Too many sandboxes are made from your network. Try again in 2 s.',
      },
    })
    expect((await ask(limited, '203.0.113.10')).status).toBe(400)
    limited.wait(2_000)
    expect((await ask(limited, '203.0.113.9')).status).toBe(400)
  })

  test('another address of the same household is no other one', async () => {
    expect(await askTimes(limited, 320, '2001:db8::1')).toEqual([400])
    expect((await ask(limited, '2001:db8::2')).status).toBe(429)
  })

  test('is not limited where only this machine gets there', async () => {
    expect(await askTimes(open, 330, '203.0.113.9')).toEqual([400])
  })
})

test('one sandbox that is asked for too often leaves the others alone', async () => {
  const { control } = await limited.sandbox()
  const other = await limited.sandbox()
  const statuses = []
  for (let n = 0; n < 250; n++) statuses.push((await control.call('')).status)
  expect(statuses.slice(0, 240)).not.toContain(429)
  expect(statuses.at(-1)).toBe(429)
  expect((await other.control.call('')).status).toBe(200)
  const guessed = await control.call('', {}, 'a-wrong-key')
  expect(guessed.status).toBe(401)
})
