import type { Misbehaviour } from './types.ts'

export const wellBehaved: Misbehaviour = {
  id: 'test',
  group: 'basic',
  clause: 'Core 3.1',
  breaks: 'Nothing: the login follows the standard.',
  goodClient: 'Completes the login.',
  expect: 'accept',
}
