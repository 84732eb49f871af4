import type { Defect } from './defect.ts'

export const anyRpId: Defect = {
  id: 'any-rp-id',
  title: 'A security key may have answered for another relying party',
  rules: ({ verifyKeyAssertion }) => ({
    verifyKeyAssertion: async (claim) =>
      (await verifyKeyAssertion(claim)) ??
      verifyKeyAssertion({ ...claim, isChallenge: async () => true, rpId: 'evil.example' }),
  }),
  flows: [],
  checks: ['WA4', 'WA5'],
  fails: ['WA5'],
}
