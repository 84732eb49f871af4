import type { Defect } from './defect.ts'

let last = 0

/** Grows within a millisecond too. */
const next = () => {
  last += 1
  return last % 1000
}

export const codeWorksAgain: Defect = {
  id: 'code-works-again',
  title: 'A one-time code works any number of times while it is valid',
  rules: ({ verifyCode }) => ({
    // Milliseconds are later than every time step, so that no code ever counts as spent.
    verifyCode: async (claim) =>
      (await verifyCode(claim)) ? { timeStep: Date.now() * 1000 + next() } : undefined,
  }),
  flows: [],
  checks: ['OTP1', 'OTP2', 'OTP3'],
  fails: ['OTP1', 'OTP2'],
}
