import { enterCode, enterPassword, holder, toPassword } from '../bench/journeys.ts'
import { chooseNewPassword, toReset } from '../bench/mailed-passwords.ts'
import { defineCheck } from '../check.ts'

export const lnk6 = defineCheck({
  id: 'LNK6',
  title: 'A reset does not bypass the second factor',
  source: '6.4.3',
  level: 'MUST',
  asvsLevel: 2,
  roles: ['reset', 'login', 'codes', 'session'],
  needs: ['mailbox', 'authenticator-app'],
  claims: {
    reset: 'the reset itself logs nobody in',
    asked: 'the new password leads to the second factor',
    password: 'the new password alone logs nobody in',
    kept: 'the authenticator app is still the right one',
  },
  async prove(bench) {
    const person = await holder(bench)
    await toReset(person)
    await chooseNewPassword(person)
    await person.reach(bench.role('reset').done)
    bench.claimOut('reset', await person.signedIn())
    await toPassword(person)
    await enterPassword(person, 'new')
    bench.claim('asked', await person.isAt(bench.role('codes').codeForm), 'it is not asked for')
    bench.claimOut('password', await person.signedIn())
    await enterCode(person)
    bench.claim('kept', await person.isAt(bench.role('session').protectedPage), 'its code does not log in')
  },
})
