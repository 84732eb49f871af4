import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { proveWrongCodes } from './held-code.ts'

/** What code that was left in from a test takes, and code that compares with nothing: name of a claim → what is sent. */
const tried = { zeros: '000000', row: '123456', empty: '', none: undefined } as const

export const otp10 = defineCheck({
  id: 'OTP10',
  title: 'No code opens every account, and neither does leaving it out',
  source: 'NIST 3.1.4.2; RFC 6238 §3',
  level: 'MUST',
  roles: ['login', 'codes'],
  needs: ['authenticator-app'],
  claims: {
    zeros: '000000 opens no session',
    row: '123456 opens no session',
    empty: 'a request with an empty code opens no session',
    none: 'a request without the field of the code opens no session',
    ...rejectionClaims,
  },
  async prove(bench) {
    await proveWrongCodes(
      bench,
      new Rejections(bench),
      Object.entries(tried).map(([claim, code]) => ({
        claim,
        of: `the code “${code ?? 'left out'}”`,
        send: (attempt) => attempt.send(code),
      })),
    )
  },
})
