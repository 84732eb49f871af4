import { verifyRegistrationResponse } from '@simplewebauthn/server'
import type { Defect } from './defect.ts'

export const anyKeyAlgorithm: Defect = {
  id: 'any-key-algorithm',
  title: 'A security key may have any algorithm',
  rules: () => ({
    async verifyKeyRegistration({ response, isChallenge, origin, rpId }) {
      const { registrationInfo } = await verifyRegistrationResponse({
        response,
        expectedChallenge: isChallenge,
        expectedOrigin: origin,
        expectedRPID: rpId,
        requireUserVerification: false,
        supportedAlgorithmIDs: [-7, -8, -35, -257],
      }).catch(() => ({ registrationInfo: undefined }))
      return registrationInfo?.credential
    },
  }),
  flows: [],
  checks: ['WA9', 'WA10'],
  fails: ['WA9', 'WA10'],
}
