import { enterCode, holder, toCode, toDashboard } from '../bench/journeys.ts'
import { proveRefused } from '../bench/refusal.ts'
import { defineCheck } from '../check.ts'

export const otp1 = defineCheck({
  id: 'OTP1',
  title: 'A one-time code that opened one session opens no other',
  source: 'RFC 6238 §5.2; NIST 3.1.4; 6.5.1',
  level: 'MUST',
  asvsLevel: 2,
  needs: ['authenticator-app'],
  async prove(bench) {
    const person = await holder(bench)
    await toDashboard(person)
    const thief = await bench.elsewhere(person)
    await toCode(thief)
    const error = await thief.isTold(() => enterCode(thief, 'used'))
    await proveRefused(bench, {
      of: 'a code that was used before',
      error,
      facts: await thief.signedIn(),
      afterwards: 'the next code is accepted',
      works: async () => {
        await enterCode(thief)
        return thief.isAt('dashboard')
      },
    })
  },
})
