import { atNewPassword, mailedKinds } from '../bench/new-password.ts'
import { rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { proveRefused } from './choose.ts'
import { mixedPassword } from './shape.ts'

const LENGTH = 24

export const pwd12 = defineCheck({
  id: 'PWD12',
  title: 'A password with one character more often in a row than documented is refused',
  source: 'the documentation (NIST 3.1.1.2 and 6.2.5 advise against such rules)',
  level: 'MUST',
  roles: [mailedKinds],
  uses: ['login', 'codes'],
  needs: ['mailbox', 'documented.passwordRepeats'],
  seconds: 120,
  claims: { row: 'a password with one character once more in a row is refused', ...rejectionClaims },
  async prove(bench) {
    const most = bench.documented('passwordRepeats')
    const withRow = (times: number) => `${mixedPassword(LENGTH - times)}${'k'.repeat(times)}`
    await proveRefused(bench, await atNewPassword(bench), {
      tried: [
        {
          claim: 'row',
          of: `a password with ${most + 1} equal characters in a row`,
          password: withRow(most + 1),
        },
      ],
      control: withRow(most),
    })
  },
})
