import { coseNumbers } from '../../../machines/devices/key-algorithms.ts'
import { NotTestable } from '../bench/outcome.ts'
import { defineCheck } from '../check.ts'
import { proveRefusedInBoth } from './prove-forgeries-refused.ts'

/** Registered, and offered by hardly anybody. */
const RARE = 'ES384'

export const wa9 = defineCheck({
  id: 'WA9',
  title:
    'A key of an algorithm that was not offered is refused, and one whose backup flags contradict each other',
  source: 'WebAuthn 7.1 alg, 7.1, 7.2 BE, BS',
  level: 'MUST',
  needs: ['security-key'],
  prove: (bench) =>
    proveRefusedInBoth(
      bench,
      { 'BS without BE': { flags: { BS: true } } },
      {
        'BS without BE': { flags: { BS: true } },
        'an algorithm that was not offered': (hand) => {
          if (hand.offered.includes(coseNumbers[RARE]))
            throw new NotTestable('The page offers every algorithm that the key knows.')
          hand.forgery = { algorithm: RARE }
        },
      },
    ),
})
