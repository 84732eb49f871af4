import { atNewPassword, mailedKinds } from '../bench/new-password.ts'
import { rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { proveRefused } from './choose.ts'

export const around = (word: string) => `My ${word} 47 at the pier!`

/** The words in the part of an address before the “@”. */
export const wordsOf = (email: string): string[] =>
  (email.split('@')[0] ?? '').split(/[^\p{L}]+/u).filter(({ length }) => length > 4)

/** A word as it is, and in capitals: a list that is compared letter by letter misses one of them. */
const writings = (word: string) => [...new Set([word, word.toUpperCase()])]

export const pwd6 = defineCheck({
  id: 'PWD6',
  title: 'A password that contains the name of the user, the company or the product is refused',
  source: 'NIST 3.1.1.2; 6.2.11',
  level: 'MUST',
  asvsLevel: 2,
  roles: [mailedKinds],
  uses: ['login', 'codes'],
  needs: ['mailbox', 'documented.forbiddenWords'],
  seconds: 180,
  claims: {
    user: 'a password that contains a part of the user’s address is refused',
    words: 'a password that contains a documented word is refused',
    ...rejectionClaims,
  },
  async prove(bench) {
    const person = await atNewPassword(bench)
    const parts = wordsOf(person.account.email)
    if (parts.length === 0) bench.skip('user', `“${person.account.email}” has no part that is a word.`)
    const tried = [
      ...parts.flatMap(writings).map((word) => ({ claim: 'user', word })),
      ...bench
        .documented('forbiddenWords')
        .flatMap(writings)
        .map((word) => ({ claim: 'words', word })),
    ].map(({ claim, word }) => ({ claim, of: `a password that contains “${word}”`, password: around(word) }))
    await proveRefused(bench, person, { tried, control: around('lantern') })
  },
})
