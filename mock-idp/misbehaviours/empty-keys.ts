import type { Misbehaviour } from './types.ts'

export const emptyKeys: Misbehaviour = {
  id: 'empty-keys',
  group: 'beyond the suite',
  clause: 'Core 10.1',
  breaks: 'No key is published.',
  goodClient: 'Refuses what it can not verify.',
  expect: 'reject',
  keys: () => [],
}
