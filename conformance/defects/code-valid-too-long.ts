import { verify } from 'otplib'
import type { Defect } from './defect.ts'

export const codeValidTooLong: Defect = {
  id: 'code-valid-too-long',
  title: 'A one-time code is accepted three time steps before and after its own',
  rules: () => ({
    async verifyCode({ secret, code, now }) {
      const token = code.replace(/\s/g, '')
      if (!/^\d{6}$/.test(token)) return undefined
      const verdict = await verify({
        secret,
        token,
        epoch: Math.floor(now / 1000),
        period: 30,
        epochTolerance: 90,
      })
      return verdict.valid && 'timeStep' in verdict ? { timeStep: verdict.timeStep } : undefined
    },
  }),
  flows: [],
  checks: ['OTP1', 'OTP3'],
  fails: ['OTP3'],
}
