import { withTag } from '../../../machines/model/values.ts'
import { addNewcomer, newcomersEmail, toUsers } from '../bench/administration.ts'
import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { logInForTheFirstTime } from '../bench/journeys.ts'
import { countMails } from '../bench/mailed-link.ts'
import type { Person } from '../bench/person.ts'
import { poll } from '../bench/poll.ts'
import { listed, removeUser } from '../bench/remove-user.ts'
import { addSecond } from '../bench/second-account.ts'
import type { Sent } from '../bench/sent.ts'
import { defineCheck } from '../check.ts'

/** A mail that must not come would be there by then, in milliseconds. */
const LONG_ENOUGH = 500

export const adm4 = defineCheck({
  id: 'ADM4',
  title: 'Someone without the right to add users neither resends an invitation nor removes a user',
  source: '8.2.1; 8.3.1',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['administration', 'activation', 'login', 'session'],
  uses: ['codes'],
  needs: ['mailbox'],
  seconds: 120,
  claims: {
    resend: 'the request of an Administrator that resends an invitation, sent as theirs, mails nothing',
    remove: 'the request of an Administrator that removes a user, sent as theirs, removes nobody',
  },
  async prove(bench) {
    const administrator = await bench.person(bench.role('administration').administrator)
    const other = await addSecond(bench, administrator)
    await logInForTheFirstTime(other, { email: 'second', password: 'new' })
    const invited = withTag(await newcomersEmail(administrator), 'invited')
    await toUsers(administrator)
    await addNewcomer(administrator, undefined, invited)
    await proveResend(bench, administrator, other)
    if (bench.target.pages?.removeUser) await proveRemove(bench, administrator, other, invited)
    else bench.skip('remove', 'The profile does not say how a user is removed (pages.removeUser).')
  },
})

async function proveResend(bench: Bench, administrator: Person, other: Person) {
  const { resend } = bench.role('administration')
  const { openLink } = bench.role('activation')
  const sent = await administrator.interceptRequest(() => administrator.perform(resend))
  await judge(bench, 'resend', sent, { administrator, other }, async (send) => {
    const before = await countMails(administrator, openLink)
    await send()
    return poll(async () => (await countMails(administrator, openLink)) > before, LONG_ENOUGH)
  })
}

async function proveRemove(bench: Bench, administrator: Person, other: Person, email: string) {
  await toUsers(administrator)
  const before = await listed(administrator, email)
  const sent = await administrator.interceptRequest(() => removeUser(administrator, email))
  await judge(bench, 'remove', sent, { administrator, other }, async (send) => {
    await send()
    await toUsers(administrator)
    return (await listed(administrator, email)) !== before
  })
}

/** @param works sends the request, and answers whether it did something */
async function judge(
  bench: Bench,
  claim: 'resend' | 'remove',
  sent: Sent,
  { administrator, other }: Record<'administrator' | 'other', Person>,
  works: (send: () => Promise<unknown>) => Promise<boolean>,
) {
  const sendAs = async (sender: Person) => {
    const jar = await Jar.of(sender)
    const done = await works(() => jar.sendFresh({ ...sent, from: sender.session.arranged.dashboard }))
    await jar.close()
    return done
  }
  const isDone = await sendAs(other)
  // The control: as the Administrator’s it does something.
  if (isDone || (await sendAs(administrator)))
    bench.claim(claim, !isDone, claim === 'resend' ? 'an invitation is mailed' : 'the user is gone')
  else bench.unproven(claim, 'The control fails: as an Administrator’s it does nothing either.')
}
