import type { Request, Response } from '@playwright/test'
import type { Bench } from '../bench/bench.ts'
import { type Field, fieldsOf, isJson } from '../bench/body.ts'
import { EVIL } from '../bench/forged-host.ts'
import { isTokenName, TOKEN_SHAPE } from '../bench/freshen.ts'
import type { Person } from '../bench/person.ts'
import type { Sent } from '../bench/sent.ts'
import { isRandom } from '../enumeration/masking.ts'
import { openEvil, openEvilForScripts } from './other-site.ts'

/** How forms are written. */
const FORMS = ['application/x-www-form-urlencoded', 'multipart/form-data'] as const

/**
 * The person visits another site, which makes the browser send a request in every way it can. Answers the result of
 * each.
 */
export async function sendFromElsewhere(person: Person, sent: Sent): Promise<(string | undefined)[]> {
  const answers: (string | undefined)[] = []
  for (const way of waysToSend(sent)) answers.push(await sendOnce(person, way))
  for (const way of furtherWays(sent)) await sendOnce(person, way)
  return answers
}

/**
 * Judges the claim `answered` by what {@link sendFromElsewhere} answered.
 * @param what a report calls the request
 */
export function proveAnswered(bench: Bench, what: string, answers: readonly (string | undefined)[]): void {
  if (answers.includes(undefined))
    bench.unproven('answered', `After ${what} from another site nothing was said: silence proves nothing.`)
  else bench.claim('answered', true)
}

interface CrossSiteRequest {
  url: string
  method: string
  /** The fields of a form as application/x-www-form-urlencoded, whatever it is sent as. */
  body: string
  isForm: boolean
  /** How a form is written, if not as usual. */
  enctype?: string
}

/**
 * As a form where that works; JSON by a script without a preflight, and as a form with the same names. What is no text in JSON may be
 * refused as one, and is left out then.
 */
export function waysToSend(sent: Sent): CrossSiteRequest[] {
  const { url, method, body } = sent
  const form = formOf(sent)
  if (form) return [form]
  const forms = new Set(method === 'POST' ? formsOfJson(body).map(written) : [])
  return [
    { url, method, body, isForm: false },
    ...[...forms].map((written) => ({ url, method, body: written, isForm: true })),
  ]
}

/**
 * A form without its token, and its fields in the address of a link: a lax cookie goes along with that. A product may answer them with
 * any page, as long as nothing happens.
 */
export function furtherWays(sent: Sent): CrossSiteRequest[] {
  const { url, method, body } = sent
  const form = formOf(sent)
  if (!form || method !== 'POST') return []
  const fields = fieldsOf(body)
  const asked = new URL(url)
  for (const [name, value] of fields) asked.searchParams.set(name, value)
  return [
    ...withoutToken(fields).map((bare) => ({ ...form, body: written(bare) })),
    { url: asked.href, method: 'GET', body: '', isForm: true },
  ]
}

/** Each costs a page, and a form has one token. */
const MOST_TOKENS = 3

/** Without what is called a token; else without what looks random, one at a time: a product may call its token anything. */
function withoutToken(fields: Field[]): Field[][] {
  const named = fields.filter(([name]) => isTokenName(name))
  const random = fields.filter(([, value]) => TOKEN_SHAPE.test(value) && isRandom(value))
  const tokens = named.length > 0 ? [named] : random.slice(0, MOST_TOKENS).map((one) => [one])
  return tokens.map((token) => fields.filter((field) => !token.includes(field)))
}

/** What another site’s form can send just so. */
function formOf({ url, method, headers, body }: Sent): CrossSiteRequest | undefined {
  const type = headers['content-type'] ?? FORMS[0]
  const enctype = FORMS.find((form) => type.startsWith(form))
  return enctype && { url, method, body: written(fieldsOf(body)), isForm: true, enctype }
}

const written = (fields: Field[] | Record<string, string>) => new URLSearchParams(fields).toString()

function formsOfJson(json: string): Field[][] {
  if (!isJson(json)) return []
  const entries = Object.entries(JSON.parse(json) as Record<string, unknown>)
  const texts = entries.filter((entry): entry is Field => typeof entry[1] === 'string')
  return [entries.map(([name, value]): Field => [name, String(value)]), texts]
}

async function sendOnce(person: Person, way: CrossSiteRequest): Promise<string | undefined> {
  if (!way.isForm) {
    await openEvilForScripts(person)
    return sendByScript(person, way)
  }
  const { page, patience } = person
  await openEvil(person)
  let status: number | undefined
  const note = (response: Response) => {
    if (response.url() === way.url && response.request().method() === way.method) status ??= response.status()
  }
  page.on('response', note)
  const isRefused = async () => status !== undefined && status >= 400
  const error = await person.errorAfter(async () => {
    await page.evaluate(send, way)
    await page.waitForURL((at) => at.hostname !== EVIL, { timeout: patience }).catch(() => undefined)
    await person.settle()
  }, isRefused)
  page.off('response', note)
  if (error) return `“${error}”`
  if (await isRefused()) return `status ${status}`
  const entrances = [person.role('session').entrance, person.role('login').emailForm]
  return (await person.isAtOneOf(entrances, 0)) ? 'the entrance' : undefined
}

/**
 * What no form can send, the other site's script sends. It never sees the answer, but the browser does. Answers it in words;
 * `undefined` where the browser did not even ask.
 */
async function sendByScript(
  { page, patience }: Person,
  asked: CrossSiteRequest,
): Promise<string | undefined> {
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
function send({ url, method, body, isForm, enctype = '' }: CrossSiteRequest) {
  if (!isForm) return void fetch(url, { method, body, mode: 'no-cors', credentials: 'include' })
  // The form of a reading would lose what its address asks.
  if (method === 'GET') return location.assign(url)
  const form = Object.assign(document.createElement('form'), { action: url, method, enctype })
  for (const [name, value] of new URLSearchParams(body))
    form.append(Object.assign(document.createElement('input'), { name, value }))
  document.body.append(form)
  // A field may be called “submit”, and takes the form’s own one away.
  HTMLFormElement.prototype.submit.call(form)
}
