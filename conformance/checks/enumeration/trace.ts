import type { Response } from '@playwright/test'
import { inWords } from '../../page/snapshot.ts'
import type { Person } from '../bench/person.ts'
import { poll } from '../bench/poll.ts'
import { isReading } from '../bench/sent.ts'

/** An answer that comes later belongs to something else, in milliseconds. */
const SOON = 2_000
const SHOWN = 300

/** The result of an action, without what belongs to one moment: so two traces can be compared. */
export interface Trace {
  /** What was typed, in every writing that the answer may repeat it in. */
  written: string[]
  /** Whether anything was sent that could tell. */
  sent: boolean
  /** Method, status and path of each page on the way. */
  statuses: string[]
  headers: string[]
  /** The last page, as it was sent. */
  body: string
  /** The last page, as it is seen. */
  screen: string
}

/** Headers that differ in every answer. */
const VOLATILE =
  /^(?:date|age|etag|content-length|x-request-id|x-runtime|server-timing|traceparent|cf-ray|keep-alive|connection)$/

/**
 * Does something, and notes the result.
 * @param email what was typed, which the answer may repeat
 */
export async function traceOf(person: Person, email: string, action: () => Promise<void>): Promise<Trace> {
  const { page } = person
  const pages: Response[] = []
  const note = (response: Response) => {
    if (response.request().isNavigationRequest() || !isReading(response.request())) pages.push(response)
  }
  page.on('response', note)
  await action()
  await poll(() => pages.length > 0, SOON)
  await person.settle()
  page.off('response', note)
  // What a script asked for is shown a moment after it has come.
  if (pages.some((answer) => !answer.request().isNavigationRequest())) await page.waitForTimeout(SHOWN)
  return {
    written: writingsOf(email, person.account.login),
    sent: pages.length > 0,
    statuses: pages.map(
      (page) => `${page.request().method()} ${page.status()} ${new URL(page.url()).pathname}`,
    ),
    headers: (await Promise.all(pages.map(headersOf))).flat(),
    body:
      (await pages
        .at(-1)
        ?.text()
        .catch(() => '')) ?? '',
    screen: inWords(await person.snapshot()),
  }
}

async function headersOf(response: Response): Promise<string[]> {
  const headers = await response.headersArray()
  return headers.filter(({ name }) => !VOLATILE.test(name.toLowerCase())).map(headerLine)
}

/** Tells when the next attempt is allowed, or a count begins anew: that depends on when the first attempt was made, for any address. */
const TIMING = /^(?:x-)?rate-?limit-(?:.*-)?reset(?:-after)?$|^retry-after$/

/** A header, without a time that belongs to the moment. */
export function headerLine({ name, value }: { name: string; value: string }): string {
  const small = name.toLowerCase()
  if (TIMING.test(small)) return `${small}: ‹time›`
  return `${small}: ${small === 'ratelimit' ? value.replace(/\b(reset|t)=\d+/g, '$1=‹time›') : value}`
}

function writingsOf(email: string, login: string = email): string[] {
  const [local = '', domain = ''] = email.split('@')
  return [email, encodeURIComponent(email), `${local}&#64;${domain}`, local, login]
}
