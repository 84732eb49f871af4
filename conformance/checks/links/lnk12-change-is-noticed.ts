import type { Bench } from '../bench/bench.ts'
import { account, arrive, enterFirstCode, member, toAppEnrolment } from '../bench/journeys.ts'
import { chooseNewPassword, toReset } from '../bench/mailed-passwords.ts'
import type { Person } from '../bench/person.ts'
import { poll } from '../bench/poll.ts'
import { defineCheck } from '../check.ts'

export const lnk12 = defineCheck({
  id: 'LNK12',
  title: 'A mail tells the holder of a reset password and of an added factor',
  source: 'NIST 4.1.2.1; 6.3.7',
  level: 'MUST',
  asvsLevel: 3,
  roles: ['reset', 'login'],
  uses: ['codes', 'session'],
  needs: ['mailbox'],
  claims: {
    reset: 'a mail tells of a reset password',
    factor: 'a mail tells of an added authenticator app',
  },
  async prove(bench) {
    const forgetful = await account(bench)
    await toReset(forgetful)
    await proveMailed(bench, forgetful, 'reset', async () => {
      await chooseNewPassword(forgetful)
      await forgetful.reach(bench.role('reset').done)
    })
    if (!bench.optionalRole('codes') || !bench.target.capabilities.includes('authenticator-app')) {
      bench.skip('factor', 'Nobody adds an authenticator app here.')
      return
    }
    const fresh = await member(bench)
    await toAppEnrolment(fresh)
    await proveMailed(bench, fresh, 'factor', async () => {
      await enterFirstCode(fresh)
      await arrive(fresh)
    })
  },
})

/** Waits for a new mail. */
async function proveMailed(bench: Bench, person: Person, claim: string, change: () => Promise<void>) {
  const mailbox = person.session.mailbox()
  const before = (await mailbox.mails()).length
  await change()
  const isMailed = await poll(async () => (await mailbox.mails()).length > before, person.patience)
  bench.claim(claim, isMailed, `no mail comes within ${person.patience / 1000} s`)
}
