import type { Credentials } from '../../../machines/model/perform.ts'
import { NotThere } from '../../session/find.ts'
import { signInAtProvider } from '../../session/provider-pages.ts'
import type { Mail } from '../../targets/target.ts'
import { addNewcomer, toUsers } from '../bench/administration.ts'
import type { Bench } from '../bench/bench.ts'
import { performWithAddress } from '../bench/fill-with.ts'
import { isAtProtectedPage, toEmail } from '../bench/journeys.ts'
import { linkIn } from '../bench/mailed-link.ts'
import { chooseFirstPassword } from '../bench/mailed-passwords.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { poll } from '../bench/poll.ts'
import { isOut } from '../bench/rejections.ts'
import { sameAddress } from '../mails/addresses.ts'
import { addAtProvider, goBackInside, logInAs } from './added-at-provider.ts'
import { comeBack, isSentThere } from './sso.ts'

/** Someone whom the provider of an organization knows. */
export interface Known {
  /** An Administrator of that organization. */
  owner: Person
  /** The name is the address. */
  who: Credentials
}

/**
 * Whether someone gets in by the provider of an organization: the address that is typed before may be their own or, where that one leads
 * elsewhere, one of the organization.
 */
export async function getsIn({ owner, who }: Known): Promise<boolean> {
  for (const typed of [who.name, owner.session.provider().user.name]) {
    const person = await owner.bench.another(owner)
    const isInside = (await goesTo(person, typed)) && (await signsIn(person, who))
    await person.session.context.close()
    if (isInside) return true
  }
  return false
}

async function goesTo(person: Person, typed: string): Promise<boolean> {
  await toEmail(person)
  const { goToProvider } = person.role('sso')
  return isSentThere(person, () => performWithAddress(person, goToProvider, () => typed))
}

async function signsIn(person: Person, who: Credentials): Promise<boolean> {
  await signInAtProvider(person.session, who)
  await comeBack(person)
  return (await isAtProtectedPage(person, 0)) || !isOut(await person.signedIn())
}

/**
 * The link in the invitation that an organization has just mailed. Role: activation.
 * @throws NotTestable where that mail can't be read
 */
export async function invitationOf({ owner, who }: Known): Promise<string> {
  const { bench } = owner
  const { openLink } = bench.role('activation')
  const mail = await poll(() => invitationTo(owner, who.name), owner.patience)
  if (mail) return linkIn(bench, mail, openLink)
  throw new NotTestable('The invitation of someone whom the provider knows can’t be read.')
}

/** Somebody follows an invitation, in a browser of their own. Role: activation. */
export async function activate(organization: Person, invitation: string): Promise<void> {
  const { passwordForm, done } = organization.role('activation')
  const person = await organization.bench.another(organization)
  await person.open(invitation)
  await person.reach(passwordForm)
  await chooseFirstPassword(person)
  await person.reach(done)
}

async function invitationTo({ session }: Person, address: string): Promise<Mail | undefined> {
  const { mailbox } = session.arranged
  const all = (await (mailbox?.mailsTo?.(address) ?? mailbox?.mails())) ?? []
  return all.findLast(({ to }) => to === undefined || to.some((one) => sameAddress(one, address)))
}

/**
 * Whether the provider lets someone in whom its own organization has added: the same person or, where nobody belongs to two
 * organizations, someone whom no other one has.
 */
export async function opensWhereAdded(bench: Bench, known: Known): Promise<boolean> {
  try {
    const { owner, who } = known
    await goBackInside(owner)
    await toUsers(owner)
    await addNewcomer(owner, undefined, who.name)
    if (await getsIn(known)) return true
  } catch (error) {
    if (!(error instanceof Unproven || error instanceof NotThere)) throw error
  }
  const { administrator, other } = await addAtProvider(bench)
  return logInAs(await bench.another(administrator), other)
}
