import { withTag } from '../../../machines/model/values.ts'
import { addNewcomer, newcomersEmail, toUsers } from '../bench/administration.ts'
import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { logInForTheFirstTime } from '../bench/journeys.ts'
import { anotherComes, countMails } from '../bench/mailed-link.ts'
import type { Person } from '../bench/person.ts'
import { listed, removeUser } from '../bench/remove-user.ts'
import { addSecond } from '../bench/second-account.ts'
import type { Sent } from '../bench/sent.ts'
import { defineCheck } from '../check.ts'
import { halfOfALogin } from './half-of-a-login.ts'

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
    nobody: 'neither does anything when someone sends it who is not logged in',
    'half-way': 'nor when an Administrator sends it after the password alone',
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
    return anotherComes(administrator, openLink, before)
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
  const sendAs = async (jar: Jar, { session }: Person) => {
    const done = await works(() => jar.sendFresh({ ...sent, from: session.arranged.dashboard }))
    await jar.close()
    return done
  }
  const done = claim === 'resend' ? 'an invitation is mailed' : 'the user is gone'
  const half = await halfOfALogin(administrator)
  if (typeof half === 'string') bench.skip('half-way', half)
  const senders: [string, Jar][] = [
    ['nobody', await Jar.with(other)],
    ...(typeof half === 'string' ? [] : ([['half-way', await Jar.of(half)]] as [string, Jar][])),
    [claim, await Jar.of(other)],
  ]
  const refused: string[] = []
  for (const [each, jar] of senders) {
    // What is done once is not done again by the same request.
    if (await sendAs(jar, other)) return bench.claim(each, false, done)
    refused.push(each)
  }
  // The control: as the Administrator’s it does something.
  const isDone = await sendAs(await Jar.of(administrator), administrator)
  for (const each of refused)
    if (isDone) bench.claim(each, true)
    else bench.unproven(each, 'The control fails: as the Administrator’s it does nothing either.')
}
