import type { Defect } from './defect.ts'

export const anySixDigits: Defect = {
  id: 'any-six-digits',
  title: 'Any six digits are taken for a one-time code',
  rules: () => ({
    verifyCode: async ({ code, now }) =>
      /^\d{6}$/.test(code) ? { timeStep: Math.floor(now / 30_000) } : undefined,
  }),
  flows: ['log-in'],
  fails: [],
}
