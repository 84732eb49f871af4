import { expect, test } from 'vitest'
import { byCause } from './by-cause.ts'

const reason = 'The run was interrupted.'

test('what has no verdict for one reason is together, in the order of the first', () => {
  const first = { id: 'a', verdict: 'inconclusive', reason } as const
  const other = { id: 'b', verdict: 'inconclusive', reason: 'No mail came.' } as const
  const last = { id: 'c', verdict: 'inconclusive', reason } as const
  expect(byCause([first, other, last])).toEqual([[first, last], [other]])
})

test('the name of a picture makes no other cause', () => {
  const at = (picture: string) =>
    ({ verdict: 'config-error', reason: `No field “Email”. Picture: ${picture}` }) as const
  expect(byCause([at('1.png'), at('2.png')])).toHaveLength(1)
})

test('what failed is a finding of its own each, and so is what has no reason', () => {
  const failed = { verdict: 'failed', reason } as const
  const open = { verdict: 'inconclusive' } as const
  expect(byCause([failed, { ...failed }, open, { ...open }])).toHaveLength(4)
})
