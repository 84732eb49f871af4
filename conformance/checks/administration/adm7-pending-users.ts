import { withTag } from '../../../machines/model/values.ts'
import { textOfRow } from '../../page/row.ts'
import { mailsOf } from '../../session/mail.ts'
import {
  add,
  addNewcomer,
  middleOf,
  newcomersEmail,
  pressInRow,
  rolesIn,
  rowOf,
  rowsWith,
  toUsers,
} from '../bench/administration.ts'
import type { Bench } from '../bench/bench.ts'
import { anotherComes, countMails, linkIn, nextMail } from '../bench/mailed-link.ts'
import { chooseFirstPassword } from '../bench/mailed-passwords.ts'
import type { Person } from '../bench/person.ts'
import { opensTo } from '../bench/second-account.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { defineCheck } from '../check.ts'
import { addAtProvider, logInAs } from '../relying-party/added-at-provider.ts'
import { proveVerified, resendingOf } from './invite-who-has-come.ts'

export const adm7 = defineCheck({
  id: 'ADM7',
  title: 'A user who is pending stays so until they come, and keeps the role they were added with',
  source: 'the documentation: a role is chosen when a user is added, and a status tells who has come',
  level: 'MUST',
  roles: ['administration', 'activation'],
  uses: ['login', 'session', 'sso', 'ssoSettings'],
  needs: ['mailbox'],
  seconds: 150,
  claims: {
    resend: 'of two pending users the one is invited again in whose row it is asked for',
    twice: 'adding a pending user once more, with another role, changes nothing',
    opened: 'opening the link of an invitation leaves the status as it was',
    verified: 'the request that invites a pending user again mails nothing once that user has come',
    kept: 'the role is still the same after the activation',
    active:
      'adding someone who has activated their account once more changes neither role, status nor password',
    sso: 'after a first login at the provider role and status are those of someone who has come',
  },
  async prove(bench) {
    const administrator = await bench.person(bench.role('administration').administrator)
    const own = await newcomersEmail(administrator)
    const role = middleOf(bench)
    await toUsers(administrator)
    const [first, second] = [withTag(own, 'first'), own]
    await addNewcomer(administrator, role, first)
    await addNewcomer(administrator, role, second)
    await skipIfNotTestable(bench, ['resend'], async () => {
      for (const email of [first, second]) await proveResend(bench, administrator, email)
    })
    await proveTwice(bench, administrator, second, role)
    const changes = await proveActivation(bench, administrator, { email: second, other: first, role })
    await skipIfNotTestable(bench, ['sso'], () => proveSso(bench, role, changes))
  },
})

async function proveResend(bench: Bench, administrator: Person, email: string) {
  const { openLink } = bench.role('activation')
  const { resend } = bench.role('administration')
  await toUsers(administrator)
  await anotherComes(administrator, openLink, await countMails(administrator, openLink))
  const before = await countMails(administrator, openLink)
  await pressInRow(administrator, email, resend)
  const mail = await nextMail(administrator, openLink, before).catch(() => undefined)
  if (mail === undefined) bench.unproven('resend', 'No mail comes.')
  else if (mail.to === undefined) bench.skip('resend', 'The mailbox does not say whose it is.')
  else {
    const mails = (await mailsOf(administrator.session, openLink.screen)).slice(before)
    const to = mails.flatMap((one) => one.to ?? []).map((one) => one.toLowerCase())
    bench.claim(
      'resend',
      to.every((one) => one === email.toLowerCase()),
      `asked for ${email}, it goes to ${to.join(', ')}`,
    )
  }
}

/** Whether it is refused in words is the flow's to say. */
async function proveTwice(bench: Bench, administrator: Person, email: string, role: string) {
  const { ranks } = bench.role('administration')
  const other = ranks.find(({ label }) => label !== role)?.label
  if (other === undefined) return bench.skip('twice', 'There is no other role.')
  await toUsers(administrator)
  await add(administrator, email, other)
  await administrator.settle()
  await toUsers(administrator)
  const rows = await rowsWith(administrator, email)
  bench.claim('twice', rows <= 1, `there are ${rows} rows`)
  const shown = await rolesIn(administrator, email)
  bench.claim('twice', shown.includes(role) && !shown.includes(other), `the role is “${shown.join(', ')}”`)
}

/** Answers whether the list tells who has come from who has not. @param other is pending, and stays so */
async function proveActivation(
  bench: Bench,
  administrator: Person,
  { email, other, role }: Record<'email' | 'other' | 'role', string>,
): Promise<boolean> {
  const { openLink, passwordForm, done } = bench.role('activation')
  const { ranks } = bench.role('administration')
  const mails = await mailsOf(administrator.session, openLink.screen)
  const own = mails.filter(({ to }) => !to || to.some((one) => one.toLowerCase() === email.toLowerCase()))
  const link = await linkIn(bench, own.at(-1), openLink)
  const pending = await statusOf(administrator, email)
  const come = await resendingOf(administrator, email)
  await toUsers(administrator)
  const stillPending = await resendingOf(administrator, other)
  const person = await bench.another(administrator)
  await person.open(link)
  await person.reach(passwordForm)
  const opened = await statusOf(administrator, email)
  await chooseFirstPassword(person)
  await person.reach(done)
  const active = await statusOf(administrator, email)
  await proveVerified(bench, administrator, { come, pending: stillPending })
  if (active === pending) bench.skip('opened', 'The list does not tell who has come.')
  else bench.claim('opened', opened !== active, `the list says “${opened}” already`)
  judgeRole(bench, 'kept', await rolesIn(administrator, email), role)
  await add(administrator, email, ranks.find(({ label }) => label !== role)?.label)
  await administrator.settle()
  const after = await statusOf(administrator, email)
  bench.claim('active', after === active, `the list says “${after}”, and “${active}” before`)
  if (bench.optionalRole('login'))
    bench.claim(
      'active',
      await opensTo({ person, email: 'second', password: 'new' }),
      'the password opens nothing',
    )
  return active !== pending
}

async function proveSso(bench: Bench, role: string, changes: boolean) {
  const { administrator, other } = await addAtProvider(bench, role)
  const pending = await statusOf(administrator, other.name)
  const person = await bench.another(administrator)
  if (!(await logInAs(person, other)))
    return bench.unproven('sso', 'The user who was added does not get in at the provider.')
  const active = await statusOf(administrator, other.name)
  if (changes) bench.claim('sso', active !== pending, `the list says “${active}” as before`)
  judgeRole(bench, 'sso', await rolesIn(administrator, other.name), role)
}

/** What the list says of someone, but for times. */
async function statusOf(administrator: Person, email: string): Promise<string> {
  await toUsers(administrator)
  return (await textOfRow(rowOf(administrator, email))).replace(/\d+/g, '')
}

function judgeRole(bench: Bench, claim: string, shown: readonly string[], role: string) {
  bench.claim(claim, shown.length === 1 && shown[0] === role, `the role is “${shown.join(', ')}”`)
}
