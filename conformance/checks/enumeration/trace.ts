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

/**
 * Takes addresses out, and everything long enough to be random, but for the name of a header. The addresses of all traces that are
 * compared are taken out of each: a short one is also a part of other words.
 */
function masking(traces: readonly Trace[]) {
  const written = [...new Set(traces.flatMap((trace) => trace.written))]
    .filter((one) => one !== '')
    .toSorted((a, b) => b.length - a.length)
  // An address that comes back in the capitals of an account tells of it.
  const small = written.map((one) => one.toLowerCase()).filter((one) => !written.includes(one))
  return (text: string) =>
    small
      .reduce(
        (masked, one) => masked.replaceAll(one, '‹address in small letters›'),
        written.reduce((masked, one) => masked.replaceAll(one, '‹address›'), text),
      )
      .replace(/(?<![\w+/=-])(?![a-z-]+: )[\w+/=-]{20,}/g, '‹random›')
}

/** What is compared, and how it is called. */
const kinds = [
  ['statuses', 'status'],
  ['screen', 'screen'],
  ['headers', 'header'],
  ['body', 'body'],
] as const

/**
 * In which respect two traces differ, and how; `undefined` when they tell nothing apart.
 * @param repeated what came when the second one was done again: what differs there changes by itself
 */
export function difference(one: Trace, other: Trace, repeated = other): string | undefined {
  const mask = masking([one, other, repeated])
  for (const [kind, called] of kinds) {
    const [a, b, c] = [one, other, repeated].map((trace) => linesOf(trace[kind]).map(mask)) as Lines3
    const at = a.findIndex((line, n) => !isAlike(line, b[n], c[n]))
    if (at >= 0 || a.length !== b.length) return `the ${called} differs: ${apart(a[at] ?? '', b[at] ?? '')}`
  }
  return undefined
}

type Lines3 = [string[], string[], string[]]

const linesOf = (value: string | string[]) => (typeof value === 'string' ? value.split('\n') : value)

const wordsOf = (line: string) => line.split(/([\w.%-]+)/)

/** Whether two lines are equal but for the words that change from one time to the next. */
function isAlike(line: string, other: string | undefined, repeated: string | undefined): boolean {
  if (line === other) return true
  const [a, b, c] = [line, other ?? '', repeated ?? ''].map(wordsOf) as [string[], string[], string[]]
  return (
    a.length === b.length && b.length === c.length && a.every((word, n) => word === b[n] || b[n] !== c[n])
  )
}

const CONTEXT = 30

/** The place where two lines begin to differ. */
function apart(a: string, b: string): string {
  const at = [...a].findIndex((one, n) => one !== b[n])
  const from = Math.max(0, (at < 0 ? a.length : at) - CONTEXT)
  return `“${a.slice(from, from + 2 * CONTEXT)}” and “${b.slice(from, from + 2 * CONTEXT)}”`
}
