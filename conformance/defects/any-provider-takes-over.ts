import type { Defect } from './defect.ts'
import { flaw } from './flaw.ts'

/** A person's name, whatever issuer it comes from. */
const nameIn = (claims: { [claim: string]: unknown }) => String(claims.email ?? claims.preferred_username)

export const anySubjectTakesOver: Defect = {
  id: 'any-subject-takes-over',
  title: 'A subject identifies a person, at any issuer',
  rules: ({ verifySignIn }) => ({
    async verifySignIn(claim) {
      const { claims, idToken } = await verifySignIn(claim)
      return { claims: { ...claims, iss: 'https://any.example' }, idToken }
    },
  }),
  flows: [],
  checks: ['RP10'],
  fails: ['RP10.subject'],
}

export const anyProviderTakesOver: Defect = {
  id: 'any-provider-takes-over',
  title: 'An address identifies a person, at any provider',
  rules: ({ verifySignIn }) => ({
    async verifySignIn(claim) {
      const { claims, idToken } = await verifySignIn(claim)
      return { claims: { ...claims, iss: 'https://any.example', sub: nameIn(claims) }, idToken }
    },
    checkTenant: (claims) => nameIn({ ...claims }),
  }),
  flows: [],
  checks: ['RP10'],
  fails: ['RP10'],
}

export const reassignedAddressTakesOver = flaw(
  'RP10.reassigned',
  'reassigned-address-takes-over',
  'An address identifies a person at its provider, also once someone else has it',
  {
    rules: ({ verifySignIn }) => ({
      async verifySignIn(claim) {
        const { claims, idToken } = await verifySignIn(claim)
        return { claims: { ...claims, sub: nameIn(claims) }, idToken }
      },
    }),
  },
)
