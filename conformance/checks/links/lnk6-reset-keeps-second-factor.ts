import {
  choosePassword,
  enterCode,
  enterPassword,
  holder,
  otherPassword,
  toPassword,
  toReset,
} from '../bench/journeys.ts'
import { isOut } from '../bench/refusal.ts'
import { defineCheck } from '../check.ts'

export const lnk6 = defineCheck({
  id: 'LNK6',
  title: 'A reset does not set the second factor aside',
  source: '6.4.3',
  level: 'MUST',
  asvsLevel: 2,
  needs: ['mailbox', 'authenticator-app'],
  async prove(bench) {
    const person = await holder(bench)
    await toReset(person)
    await choosePassword(person, otherPassword(bench))
    bench.claim('the password is reset', await person.isAt('password-changed'))
    bench.claim('the reset itself logs nobody in', isOut(await person.signedIn()), 'somebody is logged in')
    await toPassword(person)
    await enterPassword(person, 'new')
    bench.claim('the new password leads to the second factor', await person.isAt('verify-your-identity'))
    bench.claim('and not past it', isOut(await person.signedIn()), 'somebody is logged in')
    await enterCode(person)
    bench.claim('the enrolled app is still the right one', await person.isAt('dashboard'))
  },
})
