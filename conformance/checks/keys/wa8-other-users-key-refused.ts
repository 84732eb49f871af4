import { arrive } from '../bench/journeys.ts'
import { rejectionClaims } from '../bench/rejections.ts'
import { secondAccount } from '../bench/second-account.ts'
import { defineCheck } from '../check.ts'
import { register, toAssertion, toRegistration, touch } from './ceremony.ts'
import { proveForgeriesRefused } from './forgeries.ts'

export const wa8 = defineCheck({
  id: 'WA8',
  title: 'The security key of one user opens no other user’s account',
  source: 'WebAuthn 7.2 allowCredentials, userHandle',
  level: 'MUST',
  roles: ['login', 'keys', 'session'],
  uses: ['administration', 'activation'],
  needs: ['security-key', 'mailbox'],
  seconds: 90,
  claims: {
    key: 'another user’s key is refused',
    handle: 'another user’s handle is refused',
    unknown: 'a key that is not registered is refused',
    ...rejectionClaims,
  },
  async prove(bench) {
    const owner = await toAssertion(bench)
    await touch(owner)
    await arrive(owner.person)
    const second = await secondAccount(bench, owner.person)
    const registration = await toRegistration(bench, second)
    await register(registration)
    const { key } = registration
    await proveForgeriesRefused(bench, () => toAssertion(bench, owner), [
      {
        claim: 'key',
        of: 'another user’s key',
        forge: (browser) => {
          browser.key = key
          // The product must find out whose key it is from the key alone.
          browser.forgery = { unasked: true, userHandle: null }
        },
      },
      {
        claim: 'handle',
        of: 'another user’s handle',
        forge: { userHandle: Buffer.from('someone else').toString('base64url') },
      },
      {
        claim: 'unknown',
        of: 'a key that is not registered',
        forge: { credentialId: Buffer.alloc(32, 7).toString('base64url') },
      },
    ])
  },
})
