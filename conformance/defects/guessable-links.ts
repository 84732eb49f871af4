import type { Defect } from './defect.ts'

export const guessableLinks: Defect = {
  id: 'guessable-links',
  title: 'Of the 32 bytes of a token, eight are random',
  random: (size) =>
    new Uint8Array(size).map((_, at) => (at < 8 ? (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) : 0)),
  flows: [],
  checks: ['LNK1', 'LNK3'],
  fails: ['LNK3'],
}
