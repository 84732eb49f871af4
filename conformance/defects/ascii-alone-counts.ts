import type { Defect } from './defect.ts'

const BEYOND_ASCII = /\P{ASCII}/gu

const comparing = (id: string, title: string, kept: string, fails: string[]): Defect => ({
  id,
  title,
  rules: ({ hashPassword, verifyPassword }) => ({
    hashPassword: (password) => hashPassword(password.replace(BEYOND_ASCII, kept)),
    verifyPassword: ({ hash, password }) =>
      verifyPassword({ hash, password: password.replace(BEYOND_ASCII, kept) }),
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
]
