import { atNewPassword, mailedKinds } from '../bench/new-password.ts'
import { rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { proveRefused } from './choose.ts'
import { mixedPassword } from './shape.ts'

/** NIST: with a second factor at least 8 characters. */
const LEAST = 8

export const pwd1 = defineCheck({
  id: 'PWD1',
  title: 'A password that is shorter than documented, or than 8 characters, is refused',
  source: 'NIST 3.1.1.2; 6.2.1',
  level: 'MUST',
  asvsLevel: 1,
  roles: [mailedKinds],
  uses: ['login', 'codes'],
  needs: ['mailbox', 'documented.passwordLength'],
  seconds: 120,
  claims: {
    documented: 'the documented length is at least 8 characters',
    shortest: 'a password of 7 characters is refused',
    short: 'a password one character shorter than documented is refused',
    ...rejectionClaims,
  },
  async prove(bench) {
    const least = bench.documented('passwordLength')
    bench.claim('documented', least >= LEAST, `it is ${least}`)
    await proveRefused(bench, await atNewPassword(bench), {
      tried: [
        { claim: 'shortest', length: LEAST - 1 },
        { claim: 'short', length: least - 1 },
      ].map(({ claim, length }) => ({
        claim,
        of: `a password of ${length} characters`,
        password: mixedPassword(length),
      })),
      control: mixedPassword(least),
    })
  },
})
