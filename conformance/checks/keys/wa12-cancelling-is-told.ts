import { logIn } from '../../../machines/first-login/log-in.ts'
import { enterPassword, toPassword } from '../bench/journeys.ts'
import { proveRefused } from '../bench/refusal.ts'
import { defineCheck } from '../check.ts'

export const wa12 = defineCheck({
  id: 'WA12',
  title: 'Whoever cancels the browser’s question for the key is told so, and may try again',
  source: 'WebAuthn 7.1, 7.2 step 2',
  level: 'MUST',
  needs: ['security-key'],
  async prove(bench) {
    const person = await bench.person(logIn, 'security-key')
    const { key, account } = person.session
    await toPassword(person)
    await enterPassword(person)
    await person.sees('verify-with-security-key')
    const use = () => person.does('verify-with-security-key', { press: 'Use security key' })
    const error = await person.isTold(() => key.whileCancelling(use))
    bench.claim('whoever cancels is told so', error !== undefined, 'nothing is said')
    await proveRefused(bench, {
      of: 'a question for the key that was cancelled',
      error,
      facts: await person.signedIn(),
      afterwards: 'the key opens the account',
      works: async () => {
        await key.plugIn(account.securityKey)
        await use()
        return person.isAt('dashboard')
      },
    })
  },
})
