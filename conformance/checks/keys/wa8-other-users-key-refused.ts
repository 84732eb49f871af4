import { secondAccount } from '../bench/second-account.ts'
import { defineCheck } from '../check.ts'
import { register, toAssertion, toRegistration, touch } from './ceremony.ts'
import { proveForgeriesRefused } from './prove-forgeries-refused.ts'

export const wa8 = defineCheck({
  id: 'WA8',
  title: 'The security key of one user opens no other user’s account',
  source: 'WebAuthn 7.2 allowCredentials, userHandle',
  level: 'MUST',
  needs: ['security-key', 'mailbox'],
  seconds: 90,
  async prove(bench) {
    const owner = await toAssertion(bench)
    await touch(owner)
    await owner.person.sees('dashboard')
    const second = await secondAccount(bench, owner.person)
    const registration = await toRegistration(bench, second)
    await register(registration)
    const { key } = registration
    const victim = await toAssertion(bench, owner)
    await proveForgeriesRefused(bench, victim, {
      'another user’s key': (hand) => {
        hand.key = key
        // Whose key it is must be seen without its saying so.
        hand.forgery = { unasked: true, userHandle: null }
      },
      'another user’s handle': { userHandle: Buffer.from('somebody else').toString('base64url') },
      'a key that nobody has registered': { credentialId: Buffer.alloc(32, 7).toString('base64url') },
    })
  },
})
