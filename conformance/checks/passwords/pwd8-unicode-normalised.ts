import { enterPassword, isPastPassword, toPassword } from '../bench/journeys.ts'
import { atNewPassword, mailedKinds } from '../bench/new-password.ts'
import { defineCheck } from '../check.ts'
import { proveAccepted } from './choose.ts'

/** Of every kind of character that rules of composition ask for. Composed and decomposed, it looks the same: some keyboards type the one, some the other. */
const COMPOSED = 'Größere Äpfel für Zoë: 47!'.normalize('NFC')

export const pwd8 = defineCheck({
  id: 'PWD8',
  title: 'A password that was set in one Unicode form is accepted in another',
  source: 'NIST 3.1.1.2',
  level: 'SHOULD',
  roles: [mailedKinds, 'login'],
  uses: ['codes'],
  needs: ['mailbox'],
  claims: {
    accepted: 'a password with umlauts is accepted',
    decomposed: 'a password with umlauts, typed in decomposed form, opens the account',
  },
  async prove(bench) {
    const person = await atNewPassword(bench)
    if (!(await proveAccepted(bench, person, { claim: 'accepted', password: COMPOSED }))) return
    const opensTyped = async (typed: string) => {
      await toPassword(person)
      person.session.choosePassword(typed)
      await enterPassword(person, 'new')
      return isPastPassword(person)
    }
    if (await opensTyped(COMPOSED.normalize('NFD'))) bench.claim('decomposed', true)
    else if (await opensTyped(COMPOSED)) bench.claim('decomposed', false, 'only composed it does')
    else bench.unproven('decomposed', 'The control fails: composed it does not open the account either.')
  },
})
