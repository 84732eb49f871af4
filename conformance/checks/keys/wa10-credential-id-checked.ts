import { secondAccount } from '../bench/second-account.ts'
import { defineCheck } from '../check.ts'
import { toAssertion, toRegistration, touch } from './ceremony.ts'
import { proveForgeriesRefused } from './prove-forgeries-refused.ts'

const TOO_LONG = 1024

export const wa10 = defineCheck({
  id: 'WA10',
  title: 'A credential id that belongs to another account, or is longer than 1023 bytes, is not registered',
  source: 'WebAuthn 7.1 credentialId',
  level: 'SHOULD',
  needs: ['security-key', 'mailbox'],
  seconds: 90,
  async prove(bench) {
    const owner = await toAssertion(bench)
    await touch(owner)
    await owner.person.sees('dashboard')
    const second = await secondAccount(bench, owner.person)
    await proveForgeriesRefused(bench, await toRegistration(bench, second), {
      'the id of another user’s key': { credentialId: owner.hand.last?.id ?? '' },
      [`an id of ${TOO_LONG} bytes`]: { credentialId: Buffer.alloc(TOO_LONG, 7).toString('base64url') },
    })
  },
})
