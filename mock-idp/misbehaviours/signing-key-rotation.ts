import type { Misbehaviour } from './types.ts'

export const signingKeyRotation: Misbehaviour = {
  id: 'signing-key-rotation',
  group: 'config',
  clause: 'Core 10.1.1',
  breaks: 'Nothing: the provider changes its key after each login.',
  goodClient: 'Sees an unknown kid at the next login, fetches the keys again, and accepts.',
  expect: 'accept',
  afterToken: ({ rotateKeys }) => rotateKeys(),
}
