import { inviteAgain, newcomersEmail, rolesIn, rowOf, toUsers, withAddress } from '../bench/administration.ts'
import { changeRole } from '../bench/change-role.ts'
import { Jar } from '../bench/jar.ts'
import { anotherComes, countMails } from '../bench/mailed-link.ts'
import { NotTestable } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { listed, removeUser } from '../bench/remove-user.ts'
import type { Sent } from '../bench/sent.ts'

/** Something that an Administrator does by one request, which is held back. */
export interface Deed {
  /** What a report calls it. */
  what: string
  /** What is seen where it happens. */
  seen: string
  sent: Sent
  /** What is changed in the request wherever it is sent. */
  change?: (fresh: Sent) => Sent
  /** Where it is done, sessions may end by it. */
  mayEndSessions?: true
  /** Sends the request, and answers whether it did something. */
  works: (send: () => Promise<unknown>) => Promise<boolean>
}

/** The control: sent by the Administrator’s own page, the request does something. */
export async function worksForOwn(administrator: Person, { sent, change, works }: Deed): Promise<boolean> {
  const own = await Jar.of(administrator)
  const isDone = await works(() => own.sendFresh(sent, change))
  await own.close()
  return isDone
}

/**
 * Adds someone with the least powerful role. Role: administration.
 * @param email default: the newcomer’s, who must not be in the list yet
 */
export async function adding(administrator: Person, email?: string): Promise<Deed> {
  const { startAdding, add, ranks } = administrator.role('administration')
  const typed = await newcomersEmail(administrator)
  await toUsers(administrator)
  await administrator.perform(startAdding)
  return {
    what: 'adding a user',
    seen: 'the user is in the list',
    sent: await administrator.interceptRequest(() => administrator.perform(add(ranks[0]?.label ?? ''))),
    ...(email !== undefined && { change: (fresh) => withAddress(fresh, typed, email) }),
    async works(send) {
      await send()
      await toUsers(administrator)
      return rowOf(administrator, email ?? typed).isVisible()
    },
  }
}

/**
 * Invites a pending user again. Roles: administration, activation.
 * @throws NotTestable where no mail can be read
 */
export async function resending(administrator: Person, email: string): Promise<Deed> {
  const { session } = administrator
  if (!session.arranged.mailbox) throw new NotTestable('No mail can be read here.')
  const { openLink } = administrator.role('activation')
  await toUsers(administrator)
  return {
    what: 'resending an invitation',
    seen: 'an invitation is mailed',
    sent: await administrator.interceptRequest(() => inviteAgain(administrator, email)),
    async works(send) {
      const before = await countMails(administrator, openLink)
      await send()
      return anotherComes(administrator, openLink, before)
    },
  }
}

/**
 * Removes a user. Role: administration.
 * @throws NotTestable where the profile does not say how
 */
export async function removing(administrator: Person, email: string): Promise<Deed> {
  const { bench } = administrator
  if (!bench.target.pages?.removeUser)
    throw new NotTestable('The profile does not say how a user is removed (pages.removeUser).')
  await toUsers(administrator)
  const before = await listed(administrator, email)
  return {
    what: 'removing a user',
    seen: 'the user is gone',
    sent: await administrator.interceptRequest(() => removeUser(administrator, email)),
    async works(send) {
      await send()
      await toUsers(administrator)
      return (await listed(administrator, email)) !== before
    },
  }
}

/**
 * Gives a user the most powerful role. Role: administration.
 * @param email of someone with another role
 * @throws NotTestable where the profile does not say how
 */
export async function promoting(administrator: Person, email: string): Promise<Deed> {
  const { bench } = administrator
  if (!bench.target.pages?.changeRole)
    throw new NotTestable('The profile does not say how a role is changed (pages.changeRole).')
  const most = administrator.role('administration').ranks.at(-1)?.label ?? ''
  await toUsers(administrator)
  return {
    what: 'changing a role',
    seen: `the list shows them as ${most}`,
    sent: await administrator.interceptRequest(() => changeRole(administrator, email, most)),
    async works(send) {
      await send()
      await toUsers(administrator)
      return (await rolesIn(administrator, email)).join() === most
    },
  }
}
