import type { Bench } from '../bench/bench.ts'
import { NotTestable } from '../bench/outcome.ts'
import { poll } from '../bench/poll.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { defineCheck } from '../check.ts'
import { type Change, changes } from '../links/changes.ts'
import { judgeRecipients } from './recipients.ts'

/** What a report calls the mail that tells of a change. */
const called: Readonly<Record<keyof typeof changes, string>> = {
  reset: 'the mail about a reset password',
  changed: 'the mail about a changed password',
  factor: 'the mail about an added authenticator app',
  key: 'the mail about an added security key',
}

const JUDGED = ['recipients', 'envelope']

export const mai4 = defineCheck({
  id: 'MAI4',
  title: 'A mail that tells the holder of a change goes to nobody else',
  source: '8.2.2; 14.2.1 (nobody else learns it); NIST 4.1.2.1',
  level: 'MUST',
  roles: ['reset', 'login'],
  uses: ['codes', 'keys', 'session'],
  needs: ['mailbox'],
  seconds: 120,
  claims: {
    recipients: 'a mail about a change is addressed to the account, and to nobody else',
    envelope: 'the server was given one recipient for a mail about a change, the account',
  },
  async prove(bench) {
    for (const [kind, prepare] of Object.entries(changes))
      await skipIfNotTestable(bench, JUDGED, async () =>
        proveAlone(bench, called[kind as keyof typeof changes], await prepare(bench)),
      )
  },
})

async function proveAlone(bench: Bench, called: string, { person, make }: Change): Promise<void> {
  const { mails } = person.session.mailbox()
  const before = (await mails()).length
  await make()
  await poll(async () => (await mails()).length > before, person.patience)
  const further = (await mails()).slice(before)
  for (const mail of further) await judgeRecipients(bench, { called, address: person.account.email, mail })
  if (further.length === 0) throw new NotTestable('No mail tells of a change here.')
}
