import { withTag } from '../../../machines/model/values.ts'
import { addNewcomer, newcomersEmail, toUsers } from '../bench/administration.ts'
import type { Bench } from '../bench/bench.ts'
import { countMails, linkIn, mailedLink, nextMail } from '../bench/mailed-link.ts'
import { NotTestable } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { addSecond, type SecondAccount } from '../bench/second-account.ts'

/** Two people of one organization: one who has an invitation, and one whose account is active. */
export interface InvitedAndActive {
  invited: { person: Person; address: string; link: string }
  active: SecondAccount
}

/**
 * Both as the target arranges them, where all arrangements share one session; else an Administrator adds them. Roles: activation,
 * login; uses administration, codes, session.
 * @throws NotTestable where neither is possible
 */
export async function invitedAndActive(bench: Bench): Promise<InvitedAndActive> {
  return (await arranged(bench)) ?? addedByAdministrator(bench)
}

async function arranged(bench: Bench): Promise<InvitedAndActive | undefined> {
  const { withoutFactor } = bench.role('login')
  const { invited, openLink } = bench.role('activation')
  if (!bench.canArrange(withoutFactor)) return undefined
  const holder = await bench.person(withoutFactor)
  const person = await bench.person(invited)
  if (holder.session.arranged.url !== person.session.arranged.url) return undefined
  return {
    invited: { person, address: person.account.email, link: await mailedLink(person, openLink) },
    active: { person: holder, address: holder.account.email, email: 'registered', password: 'right' },
  }
}

async function addedByAdministrator(bench: Bench): Promise<InvitedAndActive> {
  const administration = bench.optionalRole('administration')
  if (!administration)
    throw new NotTestable('Nobody can be added here to the organization of another person.')
  const { openLink } = bench.role('activation')
  const administrator = await bench.person(administration.administrator)
  const holder = await addSecond(bench, administrator)
  const email = await newcomersEmail(administrator)
  const address = withTag(email, 'third')
  const before = await countMails(administrator, openLink)
  await toUsers(administrator)
  await addNewcomer(administrator, undefined, address)
  const link = await linkIn(bench, await nextMail(administrator, openLink, before), openLink)
  return {
    invited: { person: await bench.another(administrator), address, link },
    active: { person: holder, address: email, email: 'second', password: 'new' },
  }
}
