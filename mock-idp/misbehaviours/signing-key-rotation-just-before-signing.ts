import type { Misbehaviour } from './types.ts'

export const signingKeyRotationJustBeforeSigning: Misbehaviour = {
  id: 'signing-key-rotation-just-before-signing',
  group: 'config',
  clause: 'Core 10.1.1',
  breaks: 'Nothing: the key is changed right before the ID token is signed.',
  goodClient: 'Finds an unknown kid, fetches the keys once more, and accepts.',
  expect: 'accept',
  beforeToken: ({ rotateKeys }) => rotateKeys(),
}
