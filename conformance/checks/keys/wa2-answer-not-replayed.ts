import { Unproven } from '../bench/outcome.ts'
import { defineCheck } from '../check.ts'
import { toAssertion, toRegistration, touch } from './ceremony.ts'
import { proveForgeriesRefused } from './prove-forgeries-refused.ts'

export const wa2 = defineCheck({
  id: 'WA2',
  title: 'An answer of a security key that was taken once is refused when it comes again',
  source: 'WebAuthn 7.1, 7.2 challenge',
  level: 'MUST',
  needs: ['security-key'],
  async prove(bench) {
    const first = await toAssertion(bench)
    await touch(first)
    await first.person.sees('dashboard')
    const taken = first.hand.last
    if (!taken) throw new Unproven('The page asked no key.')
    await proveForgeriesRefused(bench, await toAssertion(bench, first), {
      'the answer of another login': (hand) => {
        hand.replay = taken
      },
    })
    const registration = await toRegistration(bench)
    await touch(registration)
    await registration.person.sees(registration.next)
    const registered = registration.hand.last
    await proveForgeriesRefused(bench, await toRegistration(bench), {
      'the answer of another registration': (hand) => {
        hand.replay = registered
      },
    })
  },
})
