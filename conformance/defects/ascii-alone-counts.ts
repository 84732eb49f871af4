import type { Defect } from './defect.ts'

const BEYOND_ASCII = /\P{ASCII}/gu

const BEYOND_LATIN_1 = /[^\0-\u{ff}]/gu

const comparing = (
  id: string,
  title: string,
  kept: string,
  fails: string[],
  lost = BEYOND_ASCII,
): Defect => ({
  id,
  title,
  rules: ({ hashPassword, verifyPassword }) => ({
    hashPassword: (password) => hashPassword(password.replace(lost, kept)),
    verifyPassword: ({ hash, password }) => verifyPassword({ hash, password: password.replace(lost, kept) }),
  }),
  flows: [],
  checks: ['PWD2', 'PWD3'],
  fails,
})

/** What a password has beyond ASCII is lost before it is hashed. */
export const asciiAloneCounts: Defect[] = [
  comparing('ascii-alone-counts', 'Characters beyond ASCII are dropped from a password', '', [
    'PWD3.without',
    'PWD3.others',
  ]),
  comparing('any-unicode-counts-the-same', 'In a password all characters beyond ASCII are the same', '?', [
    'PWD3.others',
  ]),
  comparing(
    'beyond-latin-counts-the-same',
    'In a password all characters beyond Latin-1 are the same',
    '?',
    ['PWD3.others'],
    BEYOND_LATIN_1,
  ),
]
