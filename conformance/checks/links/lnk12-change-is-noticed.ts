import type { Bench } from '../bench/bench.ts'
import { poll } from '../bench/poll.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { defineCheck } from '../check.ts'
import { type Change, changes } from './changes.ts'

export const lnk12 = defineCheck({
  id: 'LNK12',
  title: 'A mail tells the holder of another password and of an added factor',
  source: 'NIST 4.1.2.1; 6.3.7',
  level: 'MUST',
  asvsLevel: 3,
  roles: ['reset', 'login'],
  uses: ['codes', 'keys', 'session'],
  needs: ['mailbox'],
  seconds: 120,
  claims: {
    reset: 'a mail tells of a reset password',
    changed: 'a mail tells of a changed password',
    factor: 'a mail tells of an added authenticator app',
    key: 'a mail tells of an added security key',
  },
  async prove(bench) {
    for (const [claim, prepare] of Object.entries(changes))
      await skipIfNotTestable(bench, [claim], async () => proveMailed(bench, claim, await prepare(bench)))
  },
})

/** Waits for a new mail. */
async function proveMailed(bench: Bench, claim: string, { person, make }: Change) {
  const mailbox = person.session.mailbox()
  const before = (await mailbox.mails()).length
  await make()
  const isMailed = await poll(async () => (await mailbox.mails()).length > before, person.patience)
  bench.claim(claim, isMailed, `no mail comes within ${person.patience / 1000} s`)
}
