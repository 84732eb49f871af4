import { packs } from '@doorstep/machines'
import { expect, test } from 'vitest'
import { findFlows } from './find-flows.ts'

const ids = (list: { id: string }[]) => list.map(({ id }) => id)

test('every flow of the packs is checked', () => {
  expect(ids(findFlows(packs))).toEqual(packs.flatMap(({ flows }) => ids([...flows])))
})

test('a flow is asked for once, however often it is named', () => {
  expect(ids(findFlows(packs, ['add-users', 'reset-password', 'add-users']))).toEqual([
    'add-users',
    'reset-password',
  ])
})

test('a flow that no pack has is an error that names those there are', () => {
  expect(() => findFlows(packs, ['log-on'])).toThrow(
    'There is no flow "log-on": choose among activate-account,',
  )
})
