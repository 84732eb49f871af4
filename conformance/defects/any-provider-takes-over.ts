import type { Defect } from './defect.ts'

/** A person's name, whoever says it. */
const nameIn = (claims: { [claim: string]: unknown }) => String(claims.email ?? claims.preferred_username)

export const anyProviderTakesOver: Defect = {
  id: 'any-provider-takes-over',
  title: 'A person is an address, whichever provider asserts it',
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
