import { expect, test } from 'vitest'
import { nextFlow } from './next-flow.ts'
import { definePack, PackError } from './pack.ts'
import { flowOf } from './perform.ts'
import { library } from './testing/small-pack.ts'

const enter = flowOf(library, 'enter')
const renew = flowOf(library, 'renew')

test('where a pack says nothing, the next procedure is the one that the documentation has next', () => {
  expect(nextFlow(library, enter)).toBe(renew)
  expect(nextFlow(library, renew)).toBeNull()
  expect(nextFlow(library, flowOf(library, 'trip'))).toBeUndefined()
})

test('a flow names another one, or says that none follows', () => {
  const after = { ...renew, next: 'enter' }
  expect(nextFlow({ ...library, flows: [enter, after] }, after)).toBe(enter)
  const last = { ...enter, next: null }
  expect(nextFlow({ ...library, flows: [last, renew] }, last)).toBeUndefined()
})

test('one that the pack does not have is said', () => {
  const lost = { ...renew, next: 'leave' }
  expect(() => definePack({ ...library, flows: [enter, lost] })).toThrow(PackError)
})
