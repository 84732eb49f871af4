import { arrive } from '../bench/journeys.ts'
import { rejectionClaims } from '../bench/rejections.ts'
import { secondAccount } from '../bench/second-account.ts'
import { defineCheck } from '../check.ts'
import { toAssertion, toRegistration, touch } from './ceremony.ts'
import { proveForgeriesRefused } from './forgeries.ts'

const TOO_LONG = 1024

export const wa10 = defineCheck({
  id: 'WA10',
  title: 'A credential id that belongs to another account, or is longer than 1023 bytes, is not registered',
  source: 'WebAuthn 7.1 credentialId',
  level: 'SHOULD',
  roles: ['login', 'keys', 'session'],
  uses: ['administration', 'activation'],
  needs: ['security-key', 'mailbox'],
  seconds: 90,
  claims: {
    long: `a credential id of ${TOO_LONG} bytes is not registered`,
    taken: 'the credential id of another user’s key is not registered',
    ...rejectionClaims,
  },
  async prove(bench) {
    await proveForgeriesRefused(bench, () => toRegistration(bench), [
      {
        claim: 'long',
        of: `an id of ${TOO_LONG} bytes`,
        forge: { credentialId: Buffer.alloc(TOO_LONG, 7).toString('base64url') },
      },
    ])
    const owner = await toAssertion(bench)
    await touch(owner)
    await arrive(owner.person)
    const second = await secondAccount(bench, owner.person)
    await proveForgeriesRefused(bench, () => toRegistration(bench, second), [
      {
        claim: 'taken',
        of: 'the id of another user’s key',
        forge: { credentialId: owner.browser.last?.id ?? '' },
      },
    ])
  },
})
