import type { Defect } from './defect.ts'

/** A code is as good as each that differs from it in one digit. */
const comparingAllBut =
  (withDigit: (code: string, digit: string) => string): NonNullable<Defect['rules']> =>
  ({ verifyCode }) => ({
    async verifyCode(attempt) {
      const { code } = attempt
      if (!/^\d{6}$/.test(code)) return verifyCode(attempt)
      const all = [...'0123456789'].map((digit) => verifyCode({ ...attempt, code: withDigit(code, digit) }))
      return (await Promise.all(all)).find((verdict) => verdict !== undefined)
    },
  })

/** Codes that are not compared with those of the person's own app, or not in every digit. */
export const mixedUpCodes: Defect[] = [
  {
    id: 'code-of-any-app',
    title: 'The code of anyone’s authenticator app opens every account',
    rules({ makeSecret, verifyCode }) {
      const secrets = new Set<string>()
      return {
        makeSecret() {
          const secret = makeSecret()
          secrets.add(secret)
          return secret
        },
        async verifyCode(attempt) {
          const own = await verifyCode(attempt)
          if (own) return own
          const all = await Promise.all([...secrets].map((secret) => verifyCode({ ...attempt, secret })))
          return all.find((verdict) => verdict !== undefined)
        },
      }
    },
    flows: [],
    checks: ['OTP11'],
    fails: ['OTP11.other', 'OTP11.named'],
  },
  {
    id: 'first-digit-is-not-compared',
    title: 'Only the last five digits of a one-time code are compared',
    rules: comparingAllBut((code, digit) => digit + code.slice(1)),
    flows: [],
    checks: ['OTP11', 'OTP10'],
    fails: ['OTP11.first'],
  },
  {
    id: 'last-digit-is-not-compared',
    title: 'Only the first five digits of a one-time code are compared',
    rules: comparingAllBut((code, digit) => code.slice(0, -1) + digit),
    flows: [],
    checks: ['OTP11'],
    fails: ['OTP11.last'],
  },
]
