import { NotTestable } from '../bench/outcome.ts'
import { defineCheck } from '../check.ts'
import { proveRefusedInBoth } from './prove-forgeries-refused.ts'
import { ES384 } from './software-key.ts'

/** UP and UV, and backed up (BS) without being eligible for it (BE). */
const BACKED_UP_BUT_NOT_ELIGIBLE = 0x15

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
      { 'BS without BE': { flags: BACKED_UP_BUT_NOT_ELIGIBLE } },
      {
        'BS without BE': { flags: BACKED_UP_BUT_NOT_ELIGIBLE },
        'an algorithm that was not offered': (hand) => {
          if (hand.asked.at(-1)?.algorithms.includes(ES384))
            throw new NotTestable('The page offers every algorithm that the key knows.')
          hand.forgery = { otherAlgorithm: true }
        },
      },
    ),
})
