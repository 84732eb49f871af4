import { verifyAuthenticationResponse } from '@simplewebauthn/server'
import type { Defect } from './defect.ts'

export const nobodyAtTheKey: Defect = {
  id: 'nobody-at-the-key',
  title: 'A security key that was not touched is accepted',
  rules: ({ verifyKeyAssertion }) => ({
    async verifyKeyAssertion(claim) {
      const { response, rpId, origin, isChallenge, credential } = claim
      const flags = Buffer.from(response.response.authenticatorData, 'base64url').readUInt8(32)
      if (flags & 0x01) return verifyKeyAssertion(claim)
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response,
        expectedChallenge: isChallenge,
        expectedOrigin: origin,
        expectedRPID: rpId,
        advancedFIDOConfig: { userVerification: 'discouraged' },
        credential,
      })
      return verified ? { counter: authenticationInfo.newCounter } : undefined
    },
  }),
  flows: [],
  checks: ['WA5', 'WA6'],
  fails: ['WA6'],
}
