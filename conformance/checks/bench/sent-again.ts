import { mailsOf } from '../../session/mail.ts'
import { whyAbsent } from '../../session/overrides.ts'
import type { Mail } from '../../targets/target.ts'
import { addNewcomer, inviteAgain, toUsers } from './administration.ts'
import type { Bench } from './bench.ts'
import { account } from './journeys.ts'
import { LEEWAY } from './leeway.ts'
import { countMails, type Link, linkIn, mailedLink, nextMail } from './mailed-link.ts'
import { askForReset, toForgotten } from './mailed-passwords.ts'
import { type MailedKind, whyNoLife, whyNoLink } from './new-password.ts'
import { NotTestable, Unproven } from './outcome.ts'
import type { Person } from './person.ts'

/** Many products send one mail a minute to an address; in seconds. */
export const BETWEEN_MAILS = 61

/** A mail with a link that was sent again. */
export interface SentAgain {
  /** In whose session it came. */
  person: Person
  /** To whom it is to go. */
  address: string
  mail: Mail
}

/** A way in which somebody is sent a link who was sent one before. */
interface Renewal {
  kind: MailedKind
  /** Why it does not exist here; `undefined` where it does. */
  whyNot(bench: Bench): string | undefined
  /** Begins anew each time. @throws Unproven, or NotThere, where no second mail comes */
  send(bench: Bench): Promise<SentAgain>
}

/** Roles: {@link mailedKinds}; login for a reset; administration for an invitation. */
export const renewals = {
  renewed: {
    kind: 'activation',
    whyNot: (bench) =>
      whyNoLink(bench, 'activation') ??
      whyNoLife(bench, 'activation') ??
      whyNothingToPress(bench, bench.role('activation').renew, 'No page offers another link.') ??
      (bench.target.capabilities.includes('clock') ? undefined : `${bench.target.name} lacks clock.`),
    async send(bench) {
      const { person, openLink, renew } = await toExpired(bench)
      const before = await countMails(person, openLink)
      await person.perform(renew)
      return { person, address: person.account.email, mail: await mailAfter(person, openLink, before) }
    },
  },
  resent: {
    kind: 'activation',
    whyNot: ({ optionalRole }) =>
      optionalRole('administration') && optionalRole('activation')
        ? undefined
        : 'No one invites people here.',
    async send(bench) {
      const { openLink } = bench.role('activation')
      const administrator = await bench.person(bench.role('administration').administrator)
      const before = await countMails(administrator, openLink)
      await toUsers(administrator)
      const address = await addNewcomer(administrator)
      await nextMail(administrator, openLink, before)
      await administrator.wait(BETWEEN_MAILS)
      await inviteAgain(administrator, address)
      return { person: administrator, address, mail: await mailAfter(administrator, openLink, before + 1) }
    },
  },
  reset: {
    kind: 'reset',
    whyNot: (bench) => whyNoLink(bench, 'reset'),
    send: (bench) =>
      resetAgain(bench, async (person) => {
        await toForgotten(person)
        await askForReset(person)
      }),
  },
  'reset-resent': {
    kind: 'reset',
    whyNot: (bench) =>
      whyNoLink(bench, 'reset') ??
      whyNothingToPress(bench, bench.role('reset').resend, 'People ask for a reset anew.'),
    send: (bench) =>
      resetAgain(bench, async (person) => {
        const { resend } = bench.role('reset')
        if (resend) await person.perform(resend)
      }),
  },
} satisfies Record<string, Renewal>

/** Someone whose invitation has expired, at the page that says so. @throws NotTestable where it offers no other link */
export async function toExpired(bench: Bench) {
  const { invited, openLink, expired, renew } = bench.role('activation')
  if (!renew) throw new NotTestable('No page offers another link.')
  const person = await bench.person(invited)
  const first = await mailedLink(person, openLink)
  await person.wait(bench.documented('activationLinkLife') + LEEWAY)
  await person.open(first)
  await person.reach(expired)
  return { person, openLink, renew }
}

/** Someone asks for a reset, and then once more. */
async function resetAgain(bench: Bench, again: (person: Person) => Promise<void>): Promise<SentAgain> {
  const { openLink, sent } = bench.role('reset')
  const person = await account(bench)
  const before = await countMails(person, openLink)
  await toForgotten(person)
  await askForReset(person)
  await person.reach(sent)
  await nextMail(person, openLink, before)
  await person.wait(BETWEEN_MAILS)
  await again(person)
  return { person, address: person.account.email, mail: await mailAfter(person, openLink, before + 1) }
}

/** The mail that was sent again, by whatever subject. */
async function mailAfter(person: Person, link: Link, before: number): Promise<Mail> {
  const mail = await nextMail(person, link, before).catch(async (error: unknown) => {
    const other = await lastWith(person, link)
    if (!other) throw error
    return other
  })
  if (mail) return mail
  throw new Unproven('No second mail came.')
}

/** The newest mail of all, where it has the link and is none of those that are known by their subject. */
async function lastWith({ session, bench }: Person, link: Link): Promise<Mail | undefined> {
  const last = (await session.mailbox().mails()).at(-1)
  const isKnown = (await mailsOf(session, link.screen)).some(({ subject }) => subject === last?.subject)
  if (!last || isKnown) return undefined
  return linkIn(bench, last, link).then(
    () => last,
    () => undefined,
  )
}

function whyNothingToPress(
  bench: Bench,
  act: { screen: string; press?: string } | undefined,
  otherwise: string,
): string | undefined {
  if (act?.press === undefined) return otherwise
  return whyAbsent(bench, act.screen, act.press)
}
