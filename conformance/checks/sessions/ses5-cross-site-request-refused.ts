import type { Request } from '@playwright/test'
import type { Bench } from '../bench/bench.ts'
import { askForReset, enterCode, holder, toCode, toDashboard, toForgotten } from '../bench/journeys.ts'
import { countMails, RESET } from '../bench/mailed-link.ts'
import { Unproven } from '../bench/outcome.ts'
import { isIn, type Person } from '../bench/person.ts'
import { isOut } from '../bench/refusal.ts'
import type { Sent } from '../bench/sent.ts'
import { defineCheck } from '../check.ts'
import { EVIL, openEvil, openEvilForScripts } from './other-site.ts'

/** A mail that must not come would be there by then, in milliseconds. */
const LONG_ENOUGH = 500

export const ses5 = defineCheck({
  id: 'SES5',
  title: 'What another site has a browser send changes nothing: no logout, no login, no mail',
  source: '3.5.1',
  level: 'MUST',
  asvsLevel: 1,
  needs: ['authenticator-app', 'mailbox'],
  async prove(bench) {
    const attacker = await holder(bench)
    await toDashboard(attacker)
    const logOut = await attacker.holdsBack(() => attacker.does('dashboard', { press: 'Log out' }))
    const victim = await bench.elsewhere(attacker)
    await toDashboard(victim)
    await provesAsked(bench, victim, 'a logout', logOut)
    bench.claim(
      'a logout that another site asks for is none',
      isIn(await victim.signedIn()),
      'the victim is logged out',
    )

    const login = await bench.elsewhere(attacker)
    await toCode(login)
    const code = await login.holdsBack(() => enterCode(login))
    const stranger = await bench.elsewhere(attacker)
    await stranger.opens(stranger.world.arranged.url)
    await provesAsked(bench, stranger, 'a login', code)
    bench.claim(
      'a login that another site asks for is none',
      isOut(await stranger.signedIn()),
      'the stranger is logged in as the attacker',
    )

    await toForgotten(login)
    const reset = await login.holdsBack(() => askForReset(login))
    const before = await countMails(stranger, RESET)
    await provesAsked(bench, stranger, 'a reset', reset)
    await stranger.page.waitForTimeout(LONG_ENOUGH)
    bench.claim(
      'a reset that another site asks for mails nothing',
      (await countMails(stranger, RESET)) === before,
      'a mail is sent',
    )
  },
})

/** The person visits another site, which has the browser send a request; what comes of it must not be silence. */
async function provesAsked(bench: Bench, person: Person, what: string, { url, method, headers, body }: Sent) {
  const type = headers['content-type'] ?? 'application/x-www-form-urlencoded'
  const request = { url, method, body, isForm: type.startsWith('application/x-www-form-urlencoded') }
  if (!request.isForm) {
    await openEvilForScripts(person)
    const answer = await sendByScript(person, request)
    if (!answer) throw new Unproven(`The browser did not let ${what} from another site through.`)
    bench.claim(`${what} from another site is answered ${answer}`, true)
    return
  }
  await openEvil(person)
  const error = await person.isTold(async () => {
    await person.page.evaluate(send, request)
    await person.page
      .waitForURL((at) => at.hostname !== EVIL, { timeout: person.patience })
      .catch(() => undefined)
    await person.world.settling.settled(person.patience)
  })
  const atWayIn = (await person.isAt('login-page', 0)) || (await person.isAt('email-address', 0))
  if (!error && !atWayIn)
    throw new Unproven(`After ${what} from another site nothing was said: silence proves nothing.`)
  bench.claim(`${what} from another site is answered with ${error ? `“${error}”` : 'the way in'}`, true)
}

/**
 * What no form can send is sent by the other site's script. It never sees the answer, but the browser does: in words, how it was
 * answered; `undefined` where the browser did not even ask.
 */
async function sendByScript({ page, patience }: Person, asked: Parameters<typeof send>[0]) {
  const isIt = (request: Request) => request.url() === asked.url
  const options = { predicate: isIt, timeout: patience }
  const ended = Promise.race([
    page.waitForEvent('requestfinished', options),
    page.waitForEvent('requestfailed', options),
  ]).catch(() => undefined)
  await page.evaluate(send, asked)
  const request = await ended
  // Cross-Origin-Resource-Policy, or the like.
  if (request?.failure()?.errorText.includes('BLOCKED_BY_RESPONSE'))
    return 'in a way that another site may not read'
  const status = (await request?.response())?.status()
  return status === undefined ? undefined : `with ${status}`
}

/** Runs in the other site's page: as a form where one can, else as a script that needs no leave to send. */
function send({ url, method, body, isForm }: { url: string; method: string; body: string; isForm: boolean }) {
  if (!isForm) return void fetch(url, { method, body, mode: 'no-cors', credentials: 'include' })
  const form = Object.assign(document.createElement('form'), { action: url, method })
  for (const [name, value] of new URLSearchParams(body))
    form.append(Object.assign(document.createElement('input'), { name, value }))
  document.body.append(form)
  form.submit()
}
