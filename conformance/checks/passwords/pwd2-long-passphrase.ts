import { choosePassword, enterPassword, newcomer, toPassword } from '../bench/journeys.ts'
import { defineCheck } from '../check.ts'

/** 64 code points with blanks, umlauts, another script and an emoji. */
const LONG = 'Größe zählt nicht, aber 字 und 🚪 in 64 Zeichen; wohl gemerkt: ja!!'

export const pwd2 = defineCheck({
  id: 'PWD2',
  title: 'A passphrase of 64 characters with blanks and Unicode is accepted',
  source: 'NIST 3.1.1.2; 6.2.9',
  level: 'SHOULD',
  asvsLevel: 2,
  needs: ['mailbox'],
  async prove(bench) {
    const person = await newcomer(bench)
    const length = [...LONG].length
    await choosePassword(person, LONG)
    bench.claim(`a password of ${length} characters is accepted`, await person.isAt('account-activated'))
    await toPassword(person)
    await enterPassword(person, 'new')
    bench.claim('it opens the account', await person.isAt('keep-your-account-safe'))
  },
})
