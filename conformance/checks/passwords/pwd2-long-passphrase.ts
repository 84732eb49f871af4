import type { Bench } from '../bench/bench.ts'
import { enterPassword, isPastPassword, toPassword } from '../bench/journeys.ts'
import { goodPassword } from '../bench/mailed-passwords.ts'
import { atNewPassword, mailedKinds } from '../bench/new-password.ts'
import type { Person } from '../bench/person.ts'
import { defineCheck } from '../check.ts'
import { isAccepted, proveAccepted } from './choose.ts'

/** 64 code points with blanks, umlauts, another script and an emoji: no more bytes than the 72 that bcrypt reads. */
export const LONG = 'Größe zählt nicht, aber 字 und 🚪 in 64 Zeichen; wohl gemerkt: ja!'
/** Each means something where a text is put into a page, an address or a query without care. */
const SYMBOLS = '<b>&amp;"it\'s"%41+\\;--'

export const pwd2 = defineCheck({
  id: 'PWD2',
  title: 'A passphrase of 64 characters with blanks and Unicode is accepted',
  source: 'NIST 3.1.1.2; 6.2.9',
  level: 'SHOULD',
  asvsLevel: 2,
  roles: [mailedKinds, 'login'],
  uses: ['codes'],
  needs: ['mailbox'],
  claims: {
    accepted: 'the passphrase is accepted',
    opens: 'the passphrase opens the account',
    symbols: 'a password with the symbols of HTML, addresses and queries opens the account as it was typed',
    blanks: 'a password with a blank before and behind it opens the account as it was typed',
  },
  async prove(bench) {
    const person = await atNewPassword(bench)
    if (await proveAccepted(bench, person, { claim: 'accepted', password: LONG }))
      bench.claim('opens', await opens(person), 'it is not the right one')
    await proveSymbols(bench)
    const other = await atNewPassword(bench)
    if (await isAccepted(other, ` ${goodPassword(bench)} `))
      bench.claim('blanks', await opens(other), 'it is not the right one')
    else bench.skip('blanks', 'It is not accepted with them.')
  },
})

async function proveSymbols(bench: Bench) {
  const person = await atNewPassword(bench)
  const password = `${goodPassword(bench)}${SYMBOLS}`
  if (!(await isAccepted(person, password))) return bench.skip('symbols', 'It is not accepted with them.')
  bench.claim('symbols', await opens(person), 'it is not the right one')
}

async function opens(person: Person): Promise<boolean> {
  await toPassword(person)
  await enterPassword(person, 'new')
  return isPastPassword(person)
}
