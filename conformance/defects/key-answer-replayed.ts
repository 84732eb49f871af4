import type { Defect } from './defect.ts'

export const keyAnswerReplayed: Defect = {
  id: 'key-answer-replayed',
  title: 'An answer of a security key is accepted again and again',
  rules: ({ verifyKeyAssertion, verifyKeyRegistration }) => ({
    verifyKeyAssertion: (claim) =>
      verifyKeyAssertion({
        ...claim,
        isChallenge: async () => true,
        credential: { ...claim.credential, counter: 0 },
      }),
    verifyKeyRegistration: (claim) => verifyKeyRegistration({ ...claim, isChallenge: async () => true }),
  }),
  flows: [],
  checks: ['WA1', 'WA2', 'WA3'],
  fails: ['WA1', 'WA2'],
}
