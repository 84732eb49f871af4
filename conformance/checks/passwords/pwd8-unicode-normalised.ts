import { choosePassword, enterPassword, newcomer, toPassword } from '../bench/journeys.ts'
import { defineCheck } from '../check.ts'

/** Composed and decomposed, it looks the same: some keyboards type the one, some the other. */
const COMPOSED = 'Größere Äpfel für Zoë'.normalize('NFC')

export const pwd8 = defineCheck({
  id: 'PWD8',
  title: 'A password that was set in one Unicode form is accepted in another',
  source: 'NIST 3.1.1.2',
  level: 'SHOULD',
  needs: ['mailbox'],
  async prove(bench) {
    const person = await newcomer(bench)
    await choosePassword(person, COMPOSED)
    bench.claim('a password with umlauts is accepted', await person.isAt('account-activated'))
    await toPassword(person)
    person.session.choosePassword(COMPOSED.normalize('NFD'))
    await enterPassword(person, 'new')
    bench.claim('typed decomposed, it opens the account', await person.isAt('keep-your-account-safe'))
  },
})
