import type { Defect } from './defect.ts'

export const anySixDigits: Defect = {
  id: 'any-six-digits',
  title: 'Any six digits are accepted as a one-time code',
  rules: () => ({
    // Milliseconds are later than every time step, so that no code ever counts as spent.
    verifyCode: async ({ code, now }) => (/^\d{6}$/.test(code) ? { timeStep: now } : undefined),
  }),
  flows: ['log-in'],
  checks: ['OTP3', 'OTP4', 'OTP5'],
  fails: [
    'OTP3',
    'OTP4',
    'OTP5',
    'log-in/secureAccount/code.wrong',
    'log-in/verifyByCode/code.wrong',
    'log-in/verifyByCode/code.used',
    'log-in/verifyByCode/code.wrong-ten-times',
  ],
}
