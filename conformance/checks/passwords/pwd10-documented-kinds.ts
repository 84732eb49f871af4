import { atNewPassword, mailedKinds } from '../bench/new-password.ts'
import { rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { proveRefused } from './choose.ts'
import { mixedPassword } from './shape.ts'

const LENGTH = 24

/** Kind of character → what takes the place of each of them. */
export const replaced = {
  upper: [/[A-Z]/g, (one: string) => one.toLowerCase()],
  lower: [/[a-z]/g, (one: string) => one.toUpperCase()],
  digit: [/\d/g, () => 'k'],
  symbol: [/[^A-Za-z\d]/g, () => 'Q'],
} as const

export const pwd10 = defineCheck({
  id: 'PWD10',
  title: 'A password that lacks a kind of character is refused, where the documentation demands that kind',
  source: 'the documentation (NIST 3.1.1.2 and 6.2.5 advise against such rules)',
  level: 'MUST',
  roles: [mailedKinds],
  uses: ['login', 'codes'],
  needs: ['mailbox', 'documented.passwordKinds'],
  seconds: 120,
  claims: {
    upper: 'a password without a capital letter is refused',
    lower: 'a password without a small letter is refused',
    digit: 'a password without a digit is refused',
    symbol: 'a password without a symbol is refused',
    ...rejectionClaims,
  },
  async prove(bench) {
    const kinds = bench.documented('passwordKinds')
    const whole = mixedPassword(LENGTH)
    for (const claim of Object.keys(replaced) as (keyof typeof replaced)[])
      if (!kinds.includes(claim)) bench.skip(claim, 'The documentation does not demand it.')
    const tried = kinds.map((claim) => {
      const [kind, other] = replaced[claim]
      return { claim, of: `a password without ${claim}`, password: whole.replace(kind, other) }
    })
    await proveRefused(bench, await atNewPassword(bench), { tried, control: whole })
  },
})
