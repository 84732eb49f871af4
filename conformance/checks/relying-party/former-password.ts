import { NotThere } from '../../session/find.ts'
import type { Bench } from '../bench/bench.ts'
import { type Answer, Jar } from '../bench/jar.ts'
import {
  enterCode,
  enterEmail,
  enterPassword,
  isAskedForCode,
  isPastPassword,
  logInForTheFirstTime,
  toEmail,
  toPassword,
  whyInOneForm,
} from '../bench/journeys.ts'
import { anotherComes, countMails, nextMail } from '../bench/mailed-link.ts'
import { askForReset, toForgotten } from '../bench/mailed-passwords.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { addSecond } from '../bench/second-account.ts'
import type { Sent } from '../bench/sent.ts'
import { trust } from './trust.ts'

/**
 * Someone has a password, and then single sign-on is put in force: the password leads no further, neither by a form that was open before
 * or is opened now, nor by the requests that the login sent before, and no link to another one is mailed. Judges the claims `former`,
 * `former-reset` and `half-way`. Roles: login, session, sso, reset; uses ssoSettings, administration, activation.
 */
export async function proveFormerPassword(bench: Bench): Promise<void> {
  const settings = bench.optionalRole('ssoSettings')
  if (!settings || !bench.optionalRole('administration') || !bench.optionalRole('activation'))
    return skipAll(bench, 'Nobody here has a password before single sign-on is put in force.')
  const administrator = await bench.person(settings.administrator)
  const holder = await addSecond(bench, administrator)
  const half = await waitingForCode(holder)
  const requests = await requestsOf(await again(holder))
  const before = await lastAnswer(holder, requests)
  if (before.error !== undefined)
    return bench.unproven('former', 'The control fails: the request of the login is refused before, too.')
  const waiting = await again(holder)
  await toPassword(waiting, 'second')
  const asksForReset = await resetRequestOf(await again(holder))
  await trust(administrator, 'openIdConnect')
  const byWaiting = await isLetPast(waiting)
  const other = await again(holder)
  await toEmail(other)
  await enterEmail(other, 'second')
  const byForm = (await other.isAt(bench.role('login').passwordForm)) && (await isLetPast(other))
  const after = await lastAnswer(holder, requests)
  const byRequest = after.error === undefined && pathOf(after) === pathOf(before)
  bench.claim('former', !byWaiting && !byForm && !byRequest, 'it leads on as before')
  if (half) await judgeHalf(half)
  else bench.skip('half-way', 'Nobody waits for a code here.')
  await judgeReset(holder, asksForReset)
}

/** The same person, past the password, after a first login that has set up an app; `undefined` where no code is asked for. */
async function waitingForCode(holder: Person): Promise<Person | undefined> {
  const half = await again(holder)
  try {
    await logInForTheFirstTime(await again(holder), { email: 'second', password: 'new' })
    await toPassword(half, 'second')
    await enterPassword(half, 'new')
    return (await isAskedForCode(half)) ? half : undefined
  } catch (error) {
    if (error instanceof NotTestable || error instanceof Unproven) return undefined
    throw error
  }
}

/** What was begun by a password does not go on with its code. */
async function judgeHalf(half: Person): Promise<void> {
  await enterCode(half).catch((error: unknown) => {
    if (!(error instanceof NotThere)) throw error
  })
  half.bench.claimOut('half-way', await half.signedIn(), 'the code logs them in')
}

/** Asks for a reset while that is allowed: the control, for the link must come then. */
async function resetRequestOf(person: Person): Promise<Sent> {
  const { openLink } = person.role('reset')
  const before = await countMails(person, openLink)
  await toForgotten(person)
  const sent = await person.requestOf(() => askForReset(person, 'second'))
  await nextMail(person, openLink, before)
  return sent
}

async function judgeReset(person: Person, request: Sent): Promise<void> {
  const { openLink } = person.role('reset')
  const before = await countMails(person, openLink)
  await lastAnswer(person, [request])
  person.bench.claim('former-reset', !(await anotherComes(person, openLink, before)), 'a link is mailed')
}

function skipAll(bench: Bench, why: string): void {
  for (const claim of ['former', 'former-reset', 'half-way']) bench.skip(claim, why)
}

/** The same person at another computer, who types the same password. */
async function again(person: Person): Promise<Person> {
  const other = await person.bench.elsewhere(person)
  other.session.choosePassword(person.session.chosenPassword)
  return other
}

/** What the login sends up to the password. */
async function requestsOf(person: Person): Promise<Sent[]> {
  if (whyInOneForm(person.bench) !== undefined) {
    await toPassword(person, 'second')
    return [await person.requestOf(() => enterPassword(person, 'new'))]
  }
  await toEmail(person)
  const email = await person.requestOf(() => enterEmail(person, 'second'))
  await person.reach(person.role('login').passwordForm)
  return [email, await person.requestOf(() => enterPassword(person, 'new'))]
}

async function lastAnswer(person: Person, requests: Sent[]): Promise<Answer> {
  const stranger = await Jar.with(person)
  let answer: Answer | undefined
  for (const request of requests) answer = await stranger.sendFresh(request)
  await stranger.close()
  return answer as Answer
}

async function isLetPast(person: Person): Promise<boolean> {
  await enterPassword(person, 'new')
  return isPastPassword(person)
}

const pathOf = ({ url }: Answer) => new URL(url).pathname
