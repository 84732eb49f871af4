import { withTag } from '../../../machines/model/values.ts'
import { isIn } from '../../session/signed-in.ts'
import { addNewcomer, newcomersEmail, toUsers } from '../bench/administration.ts'
import type { Bench } from '../bench/bench.ts'
import { addBystander } from '../bench/bystander.ts'
import { logInForTheFirstTime } from '../bench/journeys.ts'
import { countMails, linkIn, nextMail } from '../bench/mailed-link.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { listed, removeUser } from '../bench/remove-user.ts'
import { addSecond } from '../bench/second-account.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { defineCheck } from '../check.ts'
import { tryLink } from '../links/try-link.ts'
import { addAtProvider, logInAs } from '../relying-party/added-at-provider.ts'
import { atAnother, logInAsFarAs } from './as-far-as-let.ts'
import { whyNotAtProvider } from './ways-in.ts'

export const ses8 = defineCheck({
  id: 'SES8',
  title:
    'The sessions of a user who is removed end, and their password and their links open nothing any more',
  source: '7.4.2',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['administration', 'activation', 'login', 'session'],
  uses: ['codes', 'sso', 'ssoSettings'],
  needs: ['mailbox', 'pages.removeUser'],
  seconds: 180,
  claims: {
    ended: 'every session of the removed user is over',
    again: 'the protected page does not open again to their password and their code',
    invitation: 'the invitation of a removed user leads to no form that sets a password',
    provider: 'the session and the account at the provider of a removed user open nothing',
    others: 'nobody else is removed',
  },
  async prove(bench) {
    const administrator = await bench.person(bench.role('administration').administrator)
    const second = await addSecond(bench, administrator)
    await logInForTheFirstTime(second, { email: 'second', password: 'new' })
    const also = await atAnother(second)
    await logInAsFarAs(also)
    const inside = isIn(await also.signedIn()) ? [second, also] : [second]
    const email = await newcomersEmail(administrator)
    const judgeOthers = await addBystander(bench, administrator)
    await toUsers(administrator)
    const before = await listed(administrator, email)
    await removeUser(administrator, email)
    await administrator.settle()
    await toUsers(administrator)
    if ((await listed(administrator, email)) === before)
      throw new Unproven('The user is in the list as before.')
    await judgeOthers()
    for (const one of inside) bench.claimOut('ended', await one.signedIn(), 'one continues')
    const again = await atAnother(second)
    await logInAsFarAs(again)
    bench.claim('again', (await again.signedIn()).dashboard !== 'opens', 'it opens')
    await proveInvitation(bench, administrator, withTag(email, 'invited'))
    await skipIfNotTestable(bench, ['provider'], () => proveProvider(bench))
  },
})

async function proveProvider(bench: Bench) {
  const why = whyNotAtProvider(bench)
  if (why !== undefined || !bench.optionalRole('ssoSettings'))
    throw new NotTestable(why ?? 'No one puts single sign-on in force here.')
  const { administrator, other } = await addAtProvider(bench)
  const person = await bench.another(administrator)
  if (!(await logInAs(person, other)))
    throw new Unproven('The user who was added does not get in at the provider, removed or not.')
  await toUsers(administrator)
  await removeUser(administrator, other.name)
  await administrator.settle()
  await toUsers(administrator)
  if ((await listed(administrator, other.name)) !== undefined)
    throw new Unproven('The user of the provider is in the list as before.')
  bench.claimOut('provider', await person.signedIn(), 'the session continues')
  const again = await bench.another(administrator)
  await logInAs(again, other)
  bench.claimOut('provider', await again.signedIn(), 'the provider lets them in again')
}

/** Adds another user, and removes them before they come. */
async function proveInvitation(bench: Bench, administrator: Person, email: string) {
  const activation = bench.role('activation')
  const before = await countMails(administrator, activation.openLink)
  await toUsers(administrator)
  await addNewcomer(administrator, undefined, email)
  const mail = await nextMail(administrator, activation.openLink, before)
  const link = await linkIn(bench, mail, activation.openLink)
  const invited = await bench.another(administrator)
  await invited.open(link)
  if (!(await invited.isAt(activation.passwordForm)))
    throw new Unproven('The invitation leads to no form for a password before the user is removed.')
  await removeUser(administrator, email)
  await administrator.settle()
  const late = await bench.another(administrator)
  const { accepted } = await tryLink(late, link, activation)
  bench.claim('invitation', !accepted, 'it leads there')
}
