import type { Request, Response } from '@playwright/test'
import type { Bench } from '../bench/bench.ts'
import {
  askForReset,
  enterCode,
  holder,
  logOut,
  toCode,
  toDashboard,
  toForgotten,
} from '../bench/journeys.ts'
import { countMails, RESET } from '../bench/mailed-link.ts'
import { Unproven } from '../bench/outcome.ts'
import { isIn, type Person } from '../bench/person.ts'
import { isOut } from '../bench/refusal.ts'
import { isReading, lastSent, readRequest, type Sent } from '../bench/sent.ts'
import { defineCheck } from '../check.ts'
import { EVIL, openEvil, openEvilForScripts } from './other-site.ts'

/** A mail that must not come would be there by then, in milliseconds. */
const LONG_ENOUGH = 500
const FORM = 'application/x-www-form-urlencoded'

export const ses5 = defineCheck({
  id: 'SES5',
  title: 'What another site has a browser send changes nothing: no logout, no login, no mail',
  source: '3.5.1',
  level: 'MUST',
  asvsLevel: 1,
  needs: ['authenticator-app', 'mailbox'],
  seconds: 150,
  async prove(bench) {
    const attacker = await holder(bench)
    await toDashboard(attacker)
    const asked = await lastSent(attacker, () => logOut(attacker))
    if (!asked) throw new Unproven('Nothing was sent to the server to log out.')
    const victim = await bench.elsewhere(attacker)
    await toDashboard(victim)
    const toldOfLogout = await asksFromElsewhere(victim, await readRequest(asked))
    bench.claim(
      'a logout that another site asks for is none',
      isIn(await victim.signedIn()),
      'the victim is logged out',
    )
    proveAnswered(bench, 'a logout', toldOfLogout)

    const login = await bench.elsewhere(attacker)
    await toCode(login)
    const code = await login.holdsBack(() => enterCode(login))
    const stranger = await bench.elsewhere(attacker)
    await stranger.opens(stranger.session.arranged.url)
    const toldOfLogin = await asksFromElsewhere(stranger, code)
    bench.claim(
      'a login that another site asks for is none',
      isOut(await stranger.signedIn()),
      'the stranger is logged in as the attacker',
    )
    proveAnswered(bench, 'a login', toldOfLogin)

    await toForgotten(login)
    const reset = await login.holdsBack(() => askForReset(login))
    const before = await countMails(stranger, RESET)
    const toldOfReset = await asksFromElsewhere(stranger, reset)
    await stranger.page.waitForTimeout(LONG_ENOUGH)
    bench.claim(
      'a reset that another site asks for mails nothing',
      (await countMails(stranger, RESET)) === before,
      'a mail is sent',
    )
    proveAnswered(bench, 'a reset', toldOfReset)
  },
})

/** @throws Unproven when nothing was said */
function proveAnswered(bench: Bench, what: string, answers: (string | undefined)[]) {
  if (answers.includes(undefined))
    throw new Unproven(`After ${what} from another site nothing was said: silence proves nothing.`)
  bench.claim(`${what} from another site is answered with ${answers.join(', and with ')}`, true)
}

/** The person visits another site, which has the browser send a request in every way that it can. Answers what came of each. */
async function asksFromElsewhere(person: Person, sent: Sent): Promise<(string | undefined)[]> {
  const said: (string | undefined)[] = []
  for (const way of waysToSend(sent)) said.push(await asksOnce(person, way))
  return said
}

interface Way {
  url: string
  method: string
  body: string
  isForm: boolean
}

/** As a form where one can; JSON as a script that needs no leave to send, and as a form with the same names. */
function waysToSend({ url, method, headers, body }: Sent): Way[] {
  const type = headers['content-type'] ?? FORM
  if (type.startsWith(FORM)) return [{ url, method, body, isForm: true }]
  const fields = fieldsOf(body)
  const asForm = fields && { url, method, body: new URLSearchParams(fields).toString(), isForm: true }
  return [{ url, method, body, isForm: false }, ...(asForm && method === 'POST' ? [asForm] : [])]
}

function fieldsOf(json: string): Record<string, string> | undefined {
  if (!json.startsWith('{')) return undefined
  const entries = Object.entries(JSON.parse(json) as Record<string, unknown>)
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]))
}

async function asksOnce(person: Person, way: Way): Promise<string | undefined> {
  if (!way.isForm) {
    await openEvilForScripts(person)
    return sendByScript(person, way)
  }
  const { page, patience } = person
  await openEvil(person)
  let status: number | undefined
  const note = (response: Response) => {
    if (response.url() === way.url && !isReading(response.request())) status ??= response.status()
  }
  page.on('response', note)
  const isRefused = async () => status !== undefined && status >= 400
  const error = await person.isTold(async () => {
    await page.evaluate(send, way)
    await page.waitForURL((at) => at.hostname !== EVIL, { timeout: patience }).catch(() => undefined)
    await person.session.settling.settled(patience)
  }, isRefused)
  page.off('response', note)
  if (error) return `“${error}”`
  if (await isRefused()) return `status ${status}`
  const atWayIn = (await person.isAt('login-page', 0)) || (await person.isAt('email-address', 0))
  return atWayIn ? 'the way in' : undefined
}

/**
 * What no form can send is sent by the other site's script. It never sees the answer, but the browser does: in words, how it was
 * answered; `undefined` where the browser did not even ask.
 */
async function sendByScript({ page, patience }: Person, asked: Way): Promise<string | undefined> {
  const isIt = (request: Request) => request.url() === asked.url
  const options = { predicate: isIt, timeout: patience }
  const ended = Promise.race([
    page.waitForEvent('requestfinished', options),
    page.waitForEvent('requestfailed', options),
  ]).catch(() => undefined)
  await page.evaluate(send, asked)
  const request = await ended
  // Cross-Origin-Resource-Policy, or the like.
  if (request?.failure()?.errorText.includes('BLOCKED_BY_RESPONSE')) return 'what it may not read'
  const status = (await request?.response())?.status()
  return status === undefined ? undefined : `status ${status}`
}

/** Runs in the other site's page. */
function send({ url, method, body, isForm }: Way) {
  if (!isForm) return void fetch(url, { method, body, mode: 'no-cors', credentials: 'include' })
  const form = Object.assign(document.createElement('form'), { action: url, method })
  for (const [name, value] of new URLSearchParams(body))
    form.append(Object.assign(document.createElement('input'), { name, value }))
  document.body.append(form)
  form.submit()
}
