import { defineCheck } from '../check.ts'
import { toAssertion, touch } from './ceremony.ts'
import { proveForgeriesRefused } from './prove-forgeries-refused.ts'

const HIGH = 100

export const wa11 = defineCheck({
  id: 'WA11',
  title: 'A security key whose counter goes back, as a copy’s would, is treated as documented',
  source: 'WebAuthn 7.2 signCount (what to do is left to the deployment)',
  level: 'SHOULD',
  needs: ['security-key', 'documented.signCount'],
  async prove(bench) {
    const refused = bench.documented('signCount') === 'refused'
    const first = await toAssertion(bench)
    first.hand.forgery = { counter: HIGH }
    await touch(first)
    await first.person.sees('dashboard')
    const copy = await toAssertion(bench, first)
    if (refused) {
      await proveForgeriesRefused(bench, copy, { [`a counter that went from ${HIGH} to 1`]: { counter: 1 } })
      return
    }
    copy.hand.forgery = { counter: 1 }
    await touch(copy)
    bench.claim('a counter that goes back is taken, as documented', await copy.person.isAt('dashboard'))
  },
})
