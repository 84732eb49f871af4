import { expect, test } from 'vitest'
import type { Act, NumberedEvent } from '../../tenant/events.ts'
import { whatProductDid } from './what-product-did.ts'

const act = (n: number, act: Partial<Act>): NumberedEvent => ({
  kind: 'act',
  at: 'product',
  did: { what: 'return' },
  ...act,
  n,
})
const refused = act(3, { shown: { screen: 'login-page', message: 'No one was logged in' } })
const entered = act(4, { shown: { screen: 'dashboard' } })

test.each([
  ['nothing has happened', [], 0, undefined],
  ['it refused', [refused], 0, 'says “No one was logged in”'],
  ['it refused before the fault was chosen', [refused], 3, undefined],
  ['it let the person in', [refused, entered], 0, 'lets the person in.'],
  [
    'a page was only left',
    [act(5, { did: { what: 'visit', address: 'x' }, shown: { screen: 'dashboard' } })],
    0,
    undefined,
  ],
] as const)('%s', (_, events, since, said) => {
  expect(whatProductDid(events, since, 'dashboard')).toBe(said)
})
