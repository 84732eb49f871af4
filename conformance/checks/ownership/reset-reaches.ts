import { mailsOf, mailsOfTo } from '../../session/mail.ts'
import { takesLoginName } from '../../session/overrides.ts'
import type { Mail } from '../../targets/target.ts'
import type { Bench } from '../bench/bench.ts'
import { performWithAddress } from '../bench/fill-with.ts'
import { enterPassword, isPastPassword, member, toPassword } from '../bench/journeys.ts'
import { anotherComes, countMails, linkIn } from '../bench/mailed-link.ts'
import { chooseNewPassword, toForgotten } from '../bench/mailed-passwords.ts'
import { NotTestable } from '../bench/outcome.ts'

/**
 * A reset that is asked for with the address in another writing mails a link that changes the password of the account. Judges the claim
 * `reset`. Roles: login, reset.
 * @throws NotTestable where no reset is mailed, or people type a name for it
 */
export async function proveResetReaches(bench: Bench, write: (email: string) => string): Promise<void> {
  const { screen, fill = {} } = bench.role('reset').ask('registered')
  if (!bench.target.capabilities.includes('mailbox')) throw new NotTestable('The mails are not seen.')
  if (Object.keys(fill).some((label) => takesLoginName(bench, screen, label)))
    throw new NotTestable('People type a login name to reset their password.')
  if (await resets(bench, write)) bench.claim('reset', true)
  else if (await resets(bench, (email) => email)) bench.claim('reset', false, 'it does not')
  else bench.unproven('reset', 'The control fails: neither does one that is asked for as usual.')
}

/** Whether somebody resets their password, and logs in with it. */
async function resets(bench: Bench, write: (email: string) => string): Promise<boolean> {
  const { ask, openLink, passwordForm, done } = bench.role('reset')
  const person = await member(bench)
  const { session, account } = person
  const written = write(account.email)
  const before = await countMails(person, openLink)
  await toForgotten(person)
  await performWithAddress(person, ask('registered'), () => written)
  await anotherComes(person, openLink, before)
  // A mailbox may tell writings of an address apart, as no mail host in use does.
  const mails: Mail[] = (await mailsOf(session, openLink.screen)).slice(before)
  const mail = mails.at(-1) ?? (await mailsOfTo(session, openLink.screen, written)).at(-1)
  if (!mail) return false
  await person.open(await linkIn(bench, mail, openLink))
  if (!(await person.isAt(passwordForm))) return false
  await chooseNewPassword(person)
  if (!(await person.isAt(done))) return false
  const again = await bench.elsewhere(person)
  again.session.choosePassword(session.chosenPassword)
  await toPassword(again)
  await enterPassword(again, 'new')
  return isPastPassword(again)
}
