import { NotThere } from '../../session/not-there.ts'
import type { Mail } from '../../targets/target.ts'
import type { Bench } from '../bench/bench.ts'
import { account } from '../bench/journeys.ts'
import { countMails, type Link, nextMail } from '../bench/mailed-link.ts'
import { askForReset, toForgotten } from '../bench/mailed-passwords.ts'
import { whyNoLink } from '../bench/new-password.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'

/** A mail with a link, and whose it is. */
export interface LinkedMail {
  person: Person
  mail: Mail
  link: Link
}

/** Why a claim cannot be judged: not every mailbox says everything of a mail. */
export const SILENT = 'The mailbox does not say it.'

/** The mail that invites someone, and the one that resets a password, as far as the target sends them. Roles: mailedKinds. */
export async function linkedMails(bench: Bench): Promise<LinkedMail[]> {
  const mails: LinkedMail[] = []
  if (whyNoLink(bench, 'activation') === undefined) {
    const { invited, openLink: link } = bench.role('activation')
    const person = await bench.person(invited)
    mails.push({ person, mail: await mailAfter(person, link), link })
  }
  if (whyNoLink(bench, 'reset') === undefined) {
    const { openLink: link } = bench.role('reset')
    const person = await account(bench)
    await toForgotten(person)
    mails.push({ person, mail: await mailAfter(person, link, () => askForReset(person)), link })
  }
  return mails
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
