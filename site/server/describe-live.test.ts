import { packs } from '@doorstep/machines'
import { expect, test } from 'vitest'
import { describeLive } from './describe-live.ts'

test('every flow of the pack that the tenant belongs to can be walked live', () => {
  const { pack, flows, tenant } = describeLive({ tenant: 'http://localhost:4322' })
  const own = packs.find(({ id }) => id === pack)
  expect(flows.length).toBeGreaterThan(0)
  expect(flows).toEqual(own?.flows.map(({ id }) => id))
  expect(tenant).toBe('http://localhost:4322')
})

test('each misbehaviour says what it attacks', () => {
  const { misbehaviours } = describeLive({ tenant: 'http://localhost:4322' })
  const attackedBy = (id: string) => misbehaviours.find((one) => one.id === id)?.attacks
  expect(
    [
      'discovery-issuer-mismatch',
      'slow-discovery',
      'idtoken-sig-none',
      'empty-keys',
      'nonce-invalid',
      'wrong-state',
      'cut-token-answer',
      'refresh-token',
      'rp-backchannel-rpinitlogout',
    ].map(attackedBy),
  ).toEqual(['discovery', 'discovery', 'keys', 'keys', 'token', 'answer', 'endpoints', 'refresh', 'logout'])
})
