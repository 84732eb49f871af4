import { atNewPassword, mailedKinds } from '../bench/new-password.ts'
import { rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { proveRefused } from './choose.ts'

/** From lists of leaked passwords, long enough for most rules of length. */
const WELL_KNOWN = ['1q2w3e4r5t6y', '123456789012', 'qwertyuiop123', 'passwordpassword', 'administrator']
/** The same with every kind of character, so that no rule of composition refuses it in its place. */
export const WELL_KNOWN_MIXED = 'Password1234!'
/** The shape of that one, and in no list. */
export const CONTROL = 'Kvzmwtqr7391!'

export const pwd5 = defineCheck({
  id: 'PWD5',
  title: 'Well-known and leaked passwords are refused',
  source: 'NIST 3.1.1.2; 6.2.4; 6.2.12',
  level: 'MUST',
  asvsLevel: 1,
  roles: [mailedKinds],
  uses: ['login', 'codes'],
  needs: ['mailbox'],
  seconds: 120,
  claims: { refused: 'passwords of the lists of leaked ones are refused', ...rejectionClaims },
  async prove(bench) {
    const least = bench.target.documented?.passwordLength ?? 0
    // A shorter one would be refused for its length.
    const long = [WELL_KNOWN_MIXED, ...WELL_KNOWN].filter(({ length }) => length >= least)
    if (long.length === 0) {
      bench.skip('refused', `No well-known password has the ${least} characters that are required.`)
      return
    }
    const tried = long.map((password) => ({
      claim: 'refused',
      of: `the well-known password “${password}”`,
      password,
    }))
    await proveRefused(bench, await atNewPassword(bench), { tried, control: CONTROL.padEnd(least, 'wq') })
  },
})
