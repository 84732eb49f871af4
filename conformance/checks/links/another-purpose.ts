import { addNewcomer, toUsers } from '../bench/administration.ts'
import type { Bench } from '../bench/bench.ts'
import { tokenOf } from '../bench/link-token.ts'
import { countMails, linkIn, mailedLink, nextMail } from '../bench/mailed-link.ts'
import { askForReset, toForgotten } from '../bench/mailed-passwords.ts'
import { type MailedKind, mailedKinds, sentLink, whyNoLink } from '../bench/new-password.ts'
import { NotTestable } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { Rejections } from '../bench/rejections.ts'
import { tryLink } from './try-link.ts'

/** A link, and what of it is its token. */
interface Mailed {
  link: string
  token: string
}

type Both = Record<MailedKind, Mailed> & { person: Person }

/**
 * The token of an invitation counts for nothing at the address of a reset, nor that of a reset at the address of an invitation.
 * Judges `purpose`, `says` and `recovers`. Roles: activation, reset; uses login, codes, administration.
 * @throws NotTestable where one of them is not mailed here, or both lead to one address
 */
export async function provePurpose(bench: Bench): Promise<void> {
  for (const kind of mailedKinds) {
    const why = whyNoLink(bench, kind)
    if (why !== undefined) throw new NotTestable(why)
  }
  const both = await bothLinks(bench)
  const [first, second] = mailedKinds.map((kind) => addressOf(both[kind]))
  if (first === second) throw new NotTestable('Invitations and resets lead to the same address.')
  const ends = mailedKinds.map((kind) => bench.role(kind).done)
  const rejections = new Rejections(bench)
  const stranger = await bench.another(both.person)
  for (const [kind, other] of [mailedKinds, mailedKinds.toReversed()] as [MailedKind, MailedKind][]) {
    const { link, token } = both[kind]
    const at = link.replace(token, both[other].token)
    rejections.prove({
      claim: 'purpose',
      of: `the token of the ${other} link at the address of the ${kind} link`,
      ...(await tryLink(stranger, at, bench.role(kind), { ends })),
      facts: await stranger.signedIn(),
      otherwise: 'it leads there',
    })
  }
  await rejections.control({
    of: 'each token at its own address',
    works: () => leadsThere(bench, stranger, both),
    afresh: async () => leadsThere(bench, stranger, await bothLinks(bench)),
  })
}

/** What a link says of its purpose: its words, without the token, and without what names one account. */
export function addressOf({ link, token }: Mailed): string {
  const { host, pathname, searchParams } = new URL(link.replace(token, ''))
  const wordOf = (part: string) => (/^[a-z][a-z_-]*$/i.test(part) ? part : '')
  const query = [...searchParams].map(([name, value]) => `${name}=${wordOf(value)}`)
  return `${host}${pathname.split('/').map(wordOf).join('/')}?${query.join('&')}`
}

async function leadsThere(bench: Bench, person: Person, both: Both): Promise<boolean> {
  for (const kind of mailedKinds) {
    await person.open(both[kind].link)
    if (!(await person.isAt(bench.role(kind).passwordForm))) return false
  }
  return true
}

/** In one organization, where each has tokens of its own: an Administrator invites somebody, and asks for a reset. */
async function bothLinks(bench: Bench): Promise<Both> {
  const administration = bench.optionalRole('administration')
  if (!administration || !bench.canArrange(administration.administrator)) return linksOfTwo(bench)
  const { openLink } = bench.role('activation')
  const person = await bench.person(administration.administrator)
  const before = await countMails(person, openLink)
  await toUsers(person)
  await addNewcomer(person)
  const invitation = await linkIn(bench, await nextMail(person, openLink, before), openLink)
  const other = await bench.elsewhere(person)
  const reset = bench.role('reset').openLink
  const resets = await countMails(other, reset)
  await toForgotten(other)
  await askForReset(other)
  const mailed = await linkIn(bench, await nextMail(other, reset, resets), reset)
  return { person, activation: mailedAs(person, invitation), reset: mailedAs(person, mailed) }
}

/** Where nobody is invited by somebody else, each is sent one. */
async function linksOfTwo(bench: Bench): Promise<Both> {
  const [invited, holder] = [await sentLink(bench, 'activation'), await sentLink(bench, 'reset')]
  const linkOf = async (person: Person, kind: MailedKind) =>
    mailedAs(person, await mailedLink(person, bench.role(kind).openLink))
  return {
    person: holder,
    activation: await linkOf(invited, 'activation'),
    reset: await linkOf(holder, 'reset'),
  }
}

const mailedAs = ({ session }: Person, link: string): Mailed => ({
  link,
  token: tokenOf(link, { home: session.arranged.url }),
})
