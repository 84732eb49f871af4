import { atNewPassword, mailedKinds } from '../bench/new-password.ts'
import { rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { proveRefused } from './choose.ts'
import { ofKinds } from './shape.ts'

const LENGTH = 24

export const pwd11 = defineCheck({
  id: 'PWD11',
  title: 'A password of fewer kinds of characters than documented is refused',
  source: 'the documentation (NIST 3.1.1.2 and 6.2.5 advise against such rules)',
  level: 'MUST',
  roles: [mailedKinds],
  uses: ['login', 'codes'],
  needs: ['mailbox', 'documented.passwordKindCount'],
  seconds: 120,
  claims: { fewer: 'a password of one kind fewer is refused', ...rejectionClaims },
  async prove(bench) {
    const count = bench.documented('passwordKindCount')
    const of = count === 2 ? 'a password of one kind' : `a password of ${count - 1} kinds`
    await proveRefused(bench, await atNewPassword(bench), {
      tried: [{ claim: 'fewer', of, password: ofKinds(count - 1, LENGTH) }],
      control: ofKinds(count, LENGTH),
    })
  },
})
