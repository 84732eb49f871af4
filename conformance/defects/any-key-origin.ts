import type { Defect } from './defect.ts'

const originIn = ({ response }: { response: { clientDataJSON: string } }): string =>
  JSON.parse(Buffer.from(response.clientDataJSON, 'base64url').toString()).origin

export const anyKeyOrigin: Defect = {
  id: 'any-key-origin',
  title: 'A security key may have answered to any origin',
  rules: ({ verifyKeyAssertion, verifyKeyRegistration }) => ({
    verifyKeyAssertion: (claim) => verifyKeyAssertion({ ...claim, origin: originIn(claim.response) }),
    verifyKeyRegistration: (claim) => verifyKeyRegistration({ ...claim, origin: originIn(claim.response) }),
  }),
  flows: [],
  checks: ['WA3', 'WA4'],
  fails: ['WA3'],
}
