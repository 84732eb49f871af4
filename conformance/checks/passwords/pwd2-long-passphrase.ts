import { enterPassword, isPastPassword, toPassword } from '../bench/journeys.ts'
import { atNewPassword, mailedKinds } from '../bench/new-password.ts'
import { defineCheck } from '../check.ts'
import { proveAccepted } from './choose.ts'

/** 64 code points with blanks, umlauts, another script and an emoji. */
const LONG = 'Größe zählt nicht, aber 字 und 🚪 in 64 Zeichen; wohl gemerkt: ja!!'

export const pwd2 = defineCheck({
  id: 'PWD2',
  title: 'A passphrase of 64 characters with blanks and Unicode is accepted',
  source: 'NIST 3.1.1.2; 6.2.9',
  level: 'SHOULD',
  asvsLevel: 2,
  roles: [mailedKinds, 'login'],
  uses: ['codes'],
  needs: ['mailbox'],
  claims: { accepted: 'the passphrase is accepted', opens: 'it opens the account' },
  async prove(bench) {
    const person = await atNewPassword(bench)
    if (!(await proveAccepted(bench, person, { claim: 'accepted', password: LONG }))) return
    await toPassword(person)
    await enterPassword(person, 'new')
    bench.claim('opens', await isPastPassword(person), 'it is not the right one')
  },
})
