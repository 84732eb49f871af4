import type { Misbehaviour } from './types.ts'

export const signingKeyRotationJustBeforeSigning: Misbehaviour = {
  id: 'signing-key-rotation-just-before-signing',
  group: 'config',
  clause: 'Core 10.1.1',
  breaks: 'Nothing: the provider changes its key just before it signs the ID token.',
  goodClient: 'Sees an unknown kid, fetches the keys again, and accepts.',
  expect: 'accept',
  beforeToken: ({ rotateKeys }) => rotateKeys(),
}
