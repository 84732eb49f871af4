import { addNewcomer, newcomersEmail, toUsers } from '../bench/administration.ts'
import type { Bench } from '../bench/bench.ts'
import {
  enterEmail,
  enterPassword,
  isPastPassword,
  logInForTheFirstTime,
  toEmail,
} from '../bench/journeys.ts'
import { anotherComes, countMails, linkIn, mailedLink, nextMail } from '../bench/mailed-link.ts'
import {
  askForReset,
  chooseFirstPassword,
  chooseNewPassword,
  otherPassword,
  toForgotten,
} from '../bench/mailed-passwords.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { listed, removeUser } from '../bench/remove-user.ts'
import { addSecond } from '../bench/second-account.ts'
import { defineCheck } from '../check.ts'
import { tryLink } from '../links/try-link.ts'

export const ses13 = defineCheck({
  id: 'SES13',
  title:
    'No reset gives a removed user a password, and what they had before is void when they are added again',
  source: '7.4.2; NIST 4.5',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['administration', 'activation', 'reset', 'login', 'session'],
  uses: ['codes'],
  needs: ['mailbox', 'pages.removeUser'],
  seconds: 240,
  claims: {
    reset: 'a reset that the removed user asks for brings no link that sets a password',
    former: 'someone who is removed and added again cannot use the password from before',
    session: 'a session from before the removal opens nothing once they are added again',
    link: 'a reset link from before the removal leads to no form that sets a password then',
  },
  async prove(bench) {
    const administrator = await bench.person(bench.role('administration').administrator)
    const second = await addSecond(bench, administrator)
    const email = await newcomersEmail(administrator)
    if (!(await opens(second))) throw new Unproven('The password of the user who was added is not accepted.')
    if (!(await getsReset(second))) throw new Unproven('The user who was added is mailed no reset.')
    const kept: Kept = {
      email,
      former: second.session.chosenPassword,
      insider: await loggedIn(second),
      link: await mailedLink(second, bench.role('reset').openLink),
    }
    await toUsers(administrator)
    await removeUser(administrator, email)
    await administrator.settle()
    await toUsers(administrator)
    if ((await listed(administrator, email)) !== undefined)
      throw new NotTestable('A user whose access is taken away stays in the list here.')
    if (await opens(await at(second, kept.former)))
      throw new NotTestable('The account goes on when its user is removed from the list.')
    await proveReset(bench, second)
    await proveFormer(bench, administrator, kept)
  },
})

/** The same person in a new browser, who types that password. */
async function at(person: Person, password: string): Promise<Person> {
  const other = await person.bench.elsewhere(person)
  other.session.choosePassword(password)
  return other
}

/** The same person, logged in; else why they are not. */
async function loggedIn(second: Person): Promise<Person | string> {
  const insider = await at(second, second.session.chosenPassword)
  try {
    await logInForTheFirstTime(insider, { email: 'second', password: 'new' })
    return insider
  } catch (error) {
    if (error instanceof NotTestable || error instanceof Unproven) return error.message
    throw error
  }
}

/** Whether the password that was chosen last leads on. Some logins say before it that nobody has this address. */
async function opens(person: Person): Promise<boolean> {
  await toEmail(person)
  await enterEmail(person, 'second')
  if (!(await person.isAt(person.role('login').passwordForm))) return false
  await enterPassword(person, 'new')
  return isPastPassword(person)
}

/** Asks for a reset, in a new browser. */
async function getsReset(second: Person): Promise<boolean> {
  const { openLink } = second.role('reset')
  const person = await second.bench.elsewhere(second)
  const before = await countMails(person, openLink)
  await toForgotten(person)
  await askForReset(person, 'second')
  return anotherComes(person, openLink, before)
}

async function proveReset(bench: Bench, second: Person) {
  if (!(await getsReset(second))) {
    bench.claim('reset', true)
    return
  }
  const { openLink, passwordForm, done } = bench.role('reset')
  const person = await bench.elsewhere(second)
  await person.open(await mailedLink(second, openLink))
  const isOpen = await person.isAt(passwordForm)
  if (isOpen) await chooseNewPassword(person)
  const isSet = isOpen && (await person.isAt(done))
  const { chosenPassword } = person.session
  const isIn = isSet && (await opens(await at(second, chosenPassword)))
  bench.claim('reset', !isSet, isIn ? 'it sets one, which the login accepts' : 'it sets one')
}

/** What the user had before they were removed. */
interface Kept {
  email: string
  /** The password. */
  former: string
  /** Logged in; else why nobody is. */
  insider: Person | string
  /** To another password. */
  link: string
}

async function proveFormer(bench: Bench, administrator: Person, { email, former, insider, link }: Kept) {
  const { openLink, passwordForm, done } = bench.role('activation')
  const before = await countMails(administrator, openLink)
  await toUsers(administrator)
  await addNewcomer(administrator, undefined, email)
  const newcomer = await bench.another(administrator)
  if (await opens(await at(newcomer, former))) {
    bench.claim('former', false, 'it is accepted as soon as they are added')
    return
  }
  await newcomer.open(await linkIn(bench, await nextMail(administrator, openLink, before), openLink))
  await newcomer.reach(passwordForm)
  await chooseFirstPassword(newcomer, otherPassword(bench))
  await newcomer.reach(done)
  const isFormer = await opens(await at(newcomer, former))
  if (isFormer || (await opens(newcomer)))
    bench.claim('former', !isFormer, 'it is accepted beside the new one')
  else bench.unproven('former', 'The control fails: the new password is not accepted either.')
  if (typeof insider === 'string') bench.skip('session', insider)
  else bench.claimOut('session', await insider.signedIn(), 'it opens the new account')
  const { accepted } = await tryLink(await bench.another(administrator), link, bench.role('reset'))
  bench.claim('link', !accepted, 'it leads there')
}
