import type { Misbehaviour } from './types.ts'

export const wellBehaved: Misbehaviour = {
  id: 'test',
  group: 'basic',
  clause: 'Core 3.1',
  breaks: 'Nothing: the log-in goes as the standard has it.',
  goodClient: 'Completes the login.',
  expect: 'accept',
}
