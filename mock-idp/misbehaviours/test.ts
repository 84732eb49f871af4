import type { Misbehaviour } from './types.ts'

export const wellBehaved: Misbehaviour = {
  id: 'test',
  group: 'basic',
  clause: 'Core 3.1',
  breaks: 'Nothing: the provider behaves.',
  goodClient: 'Completes the login.',
  expect: 'accept',
}
