import { expect, test } from 'vitest'
import { describeLive } from './server/describe-live.ts'
import { inWords } from './simulator/devices/fault-groups.ts'

test('each misbehaviour has words of its own in the list, and what breaks nothing is said to be no fault', () => {
  const words = describeLive({ tenant: 'http://localhost:4322' }).misbehaviours.map(inWords)
  expect(words.filter((one, n) => words.indexOf(one) !== n)).toEqual([])
  expect(words).toContain('No fault: the provider changes its key after each login.')
})
