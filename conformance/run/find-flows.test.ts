import { expect, test } from 'vitest'
import { packs } from '../../machines/index.ts'
import { findFlows, flowsWithoutDriver } from './find-flows.ts'

const flows = packs.flatMap(({ flows }) => flows)

const ids = (list: { id: string }[]) => list.map(({ id }) => id).sort()

test('every flow is checked, or named as one that is not', () => {
  expect(ids([...findFlows(), ...flowsWithoutDriver()])).toEqual(ids(flows))
})

test('a flow is asked for once, however often it is named', () => {
  expect(ids(findFlows(['add-users', 'reset-password', 'add-users']))).toEqual([
    'add-users',
    'reset-password',
  ])
})
