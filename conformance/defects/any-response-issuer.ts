import type { Defect } from './defect.ts'

export const anyResponseIssuer: Defect = {
  id: 'any-response-issuer',
  title: 'It is not checked which provider an answer comes from',
  rules: ({ verifySignIn }) => ({
    verifySignIn(claim) {
      if (!(claim.answer instanceof URL)) return verifySignIn(claim)
      const answer = new URL(claim.answer)
      answer.searchParams.set('iss', claim.configuration.serverMetadata().issuer)
      return verifySignIn({ ...claim, answer })
    },
  }),
  flows: [],
  checks: ['RP7', 'RP9'],
  fails: ['RP9'],
}
