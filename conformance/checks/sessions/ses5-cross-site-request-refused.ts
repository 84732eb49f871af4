import type { Request } from '@playwright/test'
import { isIn } from '../../session/signed-in.ts'
import type { Bench } from '../bench/bench.ts'
import {
  account,
  enterCode,
  enterPassword,
  hasApp,
  logOut,
  toPassword,
  toProtectedPage,
} from '../bench/journeys.ts'
import { anotherComes, countMails } from '../bench/mailed-link.ts'
import { askForReset, toForgotten } from '../bench/mailed-passwords.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { lastSent, readRequest, type Sent } from '../bench/sent.ts'
import { defineCheck } from '../check.ts'
import { proveAnswered, sendFromElsewhere } from './from-elsewhere.ts'
import { openTokenOver } from './token-over.ts'

export const ses5 = defineCheck({
  id: 'SES5',
  title: 'A request that another site makes the browser send changes nothing: no logout, no login, no mail',
  source: '3.5.1',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['login', 'session'],
  uses: ['codes', 'reset'],
  needs: [],
  seconds: 180,
  claims: {
    logout: 'a logout that another site asks for does not happen',
    login: 'a login that another site asks for does not happen',
    reset: 'a reset that another site asks for mails nothing',
    answered: 'each request of another site is answered with an error, or not sent',
  },
  async prove(bench) {
    const attacker = await account(bench)
    await toProtectedPage(attacker)
    const asked = await whatLogsOut(attacker)
    const victim = await bench.elsewhere(attacker)
    await toProtectedPage(victim)
    const logout = await sendFromElsewhere(victim, asked)
    bench.claim('logout', isIn(await victim.signedIn()), 'the victim is logged out')
    proveAnswered(bench, 'a logout', logout)

    const login = await bench.elsewhere(attacker)
    const last = await login.interceptRequest(await lastProof(login))
    const stranger = await bench.elsewhere(attacker)
    await stranger.open(stranger.session.arranged.url)
    const loggedIn = await sendFromElsewhere(stranger, last)
    // A cookie of the answer may be what a script of the product's own page logs in with.
    await stranger.open(stranger.session.arranged.dashboard)
    bench.claimOut('login', await stranger.signedIn(), 'the stranger is logged in as the attacker')
    proveAnswered(bench, 'a login', loggedIn)
    await proveWhereOver(bench, victim, last)

    await proveReset(bench, stranger)
  },
})

/** A script may renew a token that is over by the cookie that a login of another site has brought. The control: without it, it does not. */
async function proveWhereOver(bench: Bench, victim: Person, login: Sent): Promise<void> {
  const another = await openTokenOver(victim)
  if (!another) return
  const [control, over] = [await another(), await another()]
  await control.open(control.session.arranged.dashboard)
  if (isIn(await control.signedIn())) return
  await sendFromElsewhere(over, login)
  await over.open(over.session.arranged.dashboard)
  bench.claimOut('login', await over.signedIn(), 'someone whose session is over is logged in as the attacker')
}

async function proveReset(bench: Bench, victim: Person): Promise<void> {
  const reset = bench.optionalRole('reset')
  if (!reset || !victim.session.arranged.mailbox) {
    bench.skip('reset', 'No reset by mail can be seen here.')
    return
  }
  const attacker = await bench.elsewhere(victim)
  await toForgotten(attacker)
  const asking = await attacker.interceptRequest(() => askForReset(attacker))
  const before = await countMails(victim, reset.openLink)
  const mailed = await sendFromElsewhere(victim, asking)
  bench.claim('reset', !(await anotherComes(victim, reset.openLink, before)), 'a mail is sent')
  proveAnswered(bench, 'a reset', mailed)
}

/** What is sent to log out: a form or a script's request, else the link that is followed. */
async function whatLogsOut(person: Person): Promise<Sent> {
  const { page, session } = person
  const { origin } = new URL(session.arranged.url)
  let followed: Request | undefined
  const see = (request: Request) => {
    const isOwn = request.isNavigationRequest() && request.frame() === page.mainFrame()
    if (isOwn && new URL(request.url()).origin === origin) followed ??= request
  }
  page.on('request', see)
  const sent = await lastSent(person, () => logOut(person)).finally(() => page.off('request', see))
  const asked = sent ?? followed
  if (!asked) throw new Unproven('Nothing was sent to the server to log out.')
  return readRequest(asked)
}

/** What is done last to log in, once everything before it is done: the code where one is asked for, else the password. */
async function lastProof(person: Person): Promise<() => Promise<void>> {
  await toPassword(person)
  if (!hasApp(person.bench)) return () => enterPassword(person)
  await enterPassword(person)
  await person.reach(person.role('codes').codeForm)
  return () => enterCode(person)
}
