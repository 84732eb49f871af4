import { arrive, isAtProtectedPage } from '../bench/journeys.ts'
import { rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { toAssertion, touch } from './ceremony.ts'
import { proveForgeriesRefused } from './forgeries.ts'

const HIGH = 100

export const wa11 = defineCheck({
  id: 'WA11',
  title: 'A security key whose counter goes back, as a copy’s would, is treated as documented',
  source: 'WebAuthn 7.2 signCount (what to do is left to the deployment)',
  level: 'SHOULD',
  roles: ['login', 'keys', 'session'],
  needs: ['security-key', 'documented.signCount'],
  claims: {
    refused: 'where it is documented so, a counter that goes back logs nobody in',
    taken: 'where it is documented so, a counter that goes back logs in',
    ...rejectionClaims,
  },
  async prove(bench) {
    const documented = bench.documented('signCount')
    const first = await toAssertion(bench)
    first.browser.forgery = { counter: HIGH }
    await touch(first)
    await arrive(first.person)
    if (documented === 'refused') {
      bench.skip('taken', 'The documentation refuses it.')
      const of = `a counter that went from ${HIGH} to 1`
      await proveForgeriesRefused(bench, () => toAssertion(bench, first), [
        { claim: 'refused', of, forge: { counter: 1 } },
      ])
      return
    }
    for (const claim of ['refused', ...Object.keys(rejectionClaims)])
      bench.skip(claim, 'The documentation accepts it.')
    const copy = await toAssertion(bench, first)
    copy.browser.forgery = { counter: 1 }
    await touch(copy)
    bench.claim('taken', await isAtProtectedPage(copy.person), 'it is refused')
  },
})
