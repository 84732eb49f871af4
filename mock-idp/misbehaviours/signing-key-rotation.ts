import type { Misbehaviour } from './types.ts'

export const signingKeyRotation: Misbehaviour = {
  id: 'signing-key-rotation',
  group: 'config',
  clause: 'Core 10.1.1',
  breaks: 'Nothing: the key is changed after each login.',
  goodClient: 'Finds an unknown kid at the next login, fetches the keys once more, and accepts.',
  expect: 'accept',
  afterToken: ({ rotateKeys }) => rotateKeys(),
}
