import { coseNumbers } from '../../../machines/devices/key-algorithms.ts'
import { rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { toAssertion, toRegistration, touch } from './ceremony.ts'
import { type Forged, proveForgeriesRefused } from './forgeries.ts'

/** Registered, and offered by hardly any product. */
const RARE = 'ES384'

const contradictory: Forged = { claim: 'backup', of: 'BS without BE', forge: { flags: { BS: true } } }

export const wa9 = defineCheck({
  id: 'WA9',
  title:
    'A key of an algorithm that was not offered is refused, and one whose backup flags contradict each other',
  source: 'WebAuthn 7.1 alg, 7.1, 7.2 BE, BS',
  level: 'MUST',
  roles: ['login', 'keys', 'session'],
  needs: ['security-key'],
  claims: {
    backup: 'an answer that is backed up and not eligible for backup is refused',
    algorithm: 'a key of an algorithm that was not offered is not registered',
    ...rejectionClaims,
  },
  async prove(bench) {
    await proveForgeriesRefused(bench, () => toAssertion(bench), [contradictory])
    await proveForgeriesRefused(bench, () => toRegistration(bench), [contradictory])
    const looking = await toRegistration(bench)
    await touch(looking)
    if (looking.browser.offered.includes(coseNumbers[RARE]))
      bench.skip('algorithm', 'The page offers every algorithm that the key knows.')
    else
      await proveForgeriesRefused(bench, () => toRegistration(bench), [
        { claim: 'algorithm', of: 'an algorithm that was not offered', forge: { algorithm: RARE } },
      ])
  },
})
