import { NotThere } from '../../session/not-there.ts'
import { whyAbsent } from '../../session/overrides.ts'
import type { Mail } from '../../targets/target.ts'
import type { Bench } from '../bench/bench.ts'
import { account } from '../bench/journeys.ts'
import { countMails, type Link, nextMail } from '../bench/mailed-link.ts'
import { askForReset, toForgotten } from '../bench/mailed-passwords.ts'
import { whyNoLink } from '../bench/new-password.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { renewals } from '../bench/sent-again.ts'

/** A mail with a link, and whose it is. */
export interface LinkedMail {
  /** How a report calls it. */
  called: string
  /** In whose session it came. */
  person: Person
  /** To whom it is to go. */
  address: string
  mail: Mail
  link: Link
  /** Screen of the form that the link leads to; absent where the link is no secret. */
  form?: string
}

/** Why a claim cannot be judged: not every mailbox says everything of a mail. */
export const SILENT = 'The mailbox does not say it.'

/**
 * The mails with a link that the target sends: an invitation and a reset, the first ones and those that are sent again, and the
 * invitation of someone who logs in at a provider. Roles: mailedKinds; uses login, codes, administration, sso.
 */
export async function linkedMails(bench: Bench): Promise<LinkedMail[]> {
  const ways = [firstInvitation, firstReset, ...sentAgain, ssoInvitation]
  const mails: LinkedMail[] = []
  for (const way of ways) {
    const found = await way(bench)
    if (found) mails.push(found)
  }
  return mails
}

async function firstInvitation(bench: Bench): Promise<LinkedMail | undefined> {
  if (whyNoLink(bench, 'activation') !== undefined) return undefined
  const { invited, openLink: link, passwordForm: form } = bench.role('activation')
  const person = await bench.person(invited)
  const mail = await mailAfter(person, link)
  return { called: 'the invitation', person, address: person.account.email, mail, link, form }
}

async function firstReset(bench: Bench): Promise<LinkedMail | undefined> {
  if (whyNoLink(bench, 'reset') !== undefined) return undefined
  const { openLink: link, passwordForm: form } = bench.role('reset')
  const person = await account(bench)
  await toForgotten(person)
  const mail = await mailAfter(person, link, () => askForReset(person))
  return { called: 'the reset', person, address: person.account.email, mail, link, form }
}

const again: [keyof typeof renewals, string][] = [
  ['renewed', 'the invitation that was asked for where the first one had expired'],
  ['resent', 'the invitation that was sent again'],
  ['reset', 'the reset that was asked for once more'],
  ['reset-resent', 'the reset that was sent again'],
]

/** Some products send no second mail so soon: then there is none to judge. */
const noSecond = [NotTestable, NotThere, Unproven]

const sentAgain = again.map(([way, called]) => async (bench: Bench): Promise<LinkedMail | undefined> => {
  const { kind, whyNot, send } = renewals[way]
  if (whyNot(bench) !== undefined) return undefined
  const { openLink: link, passwordForm: form } = bench.role(kind)
  try {
    return { called, link, form, ...(await send(bench)) }
  } catch (error) {
    if (!(error instanceof Error) || !noSecond.some((kind) => error instanceof kind)) throw error
    bench.last?.session.notes.add(`not judged: ${called}. ${error.message}`)
    return undefined
  }
})

async function ssoInvitation(bench: Bench): Promise<LinkedMail | undefined> {
  const sso = bench.optionalRole('sso')
  const { openLink: link, signedIn } = sso ?? {}
  if (!link || !signedIn || !bench.target.capabilities.includes('identity-provider')) return undefined
  if (!bench.canArrange(signedIn) || whyAbsent(bench, link.screen, link.press ?? '') !== undefined)
    return undefined
  const person = await bench.person(signedIn)
  const mail = await mailAfter(person, link)
  return {
    called: 'the invitation to log in at the provider',
    person,
    address: person.account.email,
    mail,
    link,
  }
}

/** The mail that something sends: the one with the documented subject or, where none has it, the newest. */
async function mailAfter(person: Person, link: Link, act?: () => Promise<void>): Promise<Mail> {
  const mailbox = person.session.mailbox()
  const before = act ? (await mailbox.mails()).length : 0
  const alike = act ? await countMails(person, link) : 0
  await act?.()
  const documented = await nextMail(person, link, alike).catch((error: unknown) => {
    if (!(error instanceof NotThere)) throw error
  })
  const mail = documented ?? (await mailbox.mails()).slice(before).at(-1)
  if (mail) return mail
  throw new Unproven('No mail came.')
}
