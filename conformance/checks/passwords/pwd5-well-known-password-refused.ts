import { newcomer } from '../bench/journeys.ts'
import { defineCheck } from '../check.ts'
import { proveRefusedPassword } from './prove-refused-password.ts'

/** From lists of leaked passwords, long enough for most rules of length, some for those of composition as well. */
const WELL_KNOWN = [
  '1q2w3e4r5t6y',
  '123456789012',
  'qwertyuiop123',
  'passwordpassword',
  'Password1234!',
  'administrator',
]

export const pwd5 = defineCheck({
  id: 'PWD5',
  title: 'Well-known and leaked passwords are refused',
  source: 'NIST 3.1.1.2; 6.2.4; 6.2.12',
  level: 'MUST',
  asvsLevel: 1,
  needs: ['mailbox'],
  async prove(bench) {
    const tried = WELL_KNOWN.map((password) => [`the well-known password “${password}”`, password])
    await proveRefusedPassword(bench, await newcomer(bench), Object.fromEntries(tried))
  },
})
