import type { Request } from '@playwright/test'
import { typedOn } from '../../page/typed.ts'
import { carries, tellingOf } from './carries.ts'
import { isOfLiveConnection } from './live-connection.ts'
import { Unproven } from './outcome.ts'
import type { Person } from './person.ts'
import { poll } from './poll.ts'

const READING = ['GET', 'HEAD', 'OPTIONS']

/** Whether a request changes nothing (RFC 9110 section 9.2.1). */
export const isReading = (request: Request) => READING.includes(request.method())

/** Beacons and reports of a browser, which change nothing that a person does. */
const REPORTS = ['ping', 'cspviolationreport']

const isSending = (request: Request) =>
  !isReading(request) && !REPORTS.includes(request.resourceType()) && !isOfLiveConnection(request.url())

/** A request as the browser sent it, to be sent again, changed or not. */
export interface Sent {
  url: string
  method: string
  /** Without those that belong to the one connection, and without cookies: those are a jar's. */
  headers: Record<string, string>
  /** A form, JSON, or nothing. */
  body: string
  /** The page or the frame that sent it. */
  from?: string
}

const OWN = /^(?:cookie|content-length|host|connection|accept-encoding|:.*)$/i

/** Milliseconds in which the request that carries what was typed follows another one. */
const FOLLOWS = 1_000

/**
 * Watches a person do something, and answers the first request that carries what they typed, and is neither a reading nor a report:
 * a page may post something else before it. Where they type nothing that tells, it is the first of all; where none carries it, too.
 * `hold-back` cuts it off on its way.
 * @throws Unproven when nothing is sent, or when what was to be held back has got through
 */
export async function watchSending(
  { page, patience }: Person,
  action: () => Promise<void>,
  what: 'let-pass' | 'hold-back',
): Promise<Sent> {
  let first: Promise<Sent> | undefined
  let sought: Promise<Sent> | undefined
  const before = typedOn(page).length
  const isSought = (request: Request) => {
    if (!isSending(request)) return false
    const telling = tellingOf(typedOn(page).slice(before))
    return telling.length === 0 || carries(request.postData() ?? '', telling)
  }
  const see = (request: Request) => {
    if (!isSending(request)) return
    // Read at once: the page, or the frame that sends it, may be another one a moment later.
    const from = request.frame().url()
    const read = () => readRequest(request).then((sent) => ({ ...sent, from }))
    if (isSought(request)) sought ??= read()
    else first ??= read()
  }
  const isHeld = (request: Request) => what === 'hold-back' && isSought(request)
  page.on('request', see)
  await page.route('**', (route, request) => (isHeld(request) ? route.abort('aborted') : route.fallback()))
  try {
    await action()
    await poll(() => sought !== undefined || first !== undefined, patience)
    await poll(() => sought !== undefined, what === 'hold-back' ? patience : FOLLOWS)
  } finally {
    page.off('request', see)
    await page.unroute('**')
  }
  if (sought) return sought
  if (!first) throw new Unproven('Nothing was sent to the server.')
  if (what === 'hold-back')
    throw new Unproven(
      'None of the requests that were sent carries what was typed, so none could be held back. Where the page encrypts or hashes it, let the test environment send it as it is typed, or leave the check out (leaveOut), with that reason.',
    )
  return first
}

/** Does something, and answers the last request to the target that is no reading: what it sends in the end, if anything. */
export const lastSent = async (person: Person, action: () => Promise<void>): Promise<Request | undefined> =>
  (await sentDuring(person, action)).at(-1)

/**
 * Does something, and answers the request to the target that carries what was typed, now or before: the page behind it may send more. Where
 * nothing telling was typed, or none carries it, the last one.
 */
export async function sentTyped(person: Person, action: () => Promise<void>): Promise<Request | undefined> {
  const before = typedOn(person.page).length
  const sent = await sentDuring(person, action)
  const typed = typedOn(person.page)
  for (const texts of [typed.slice(before), typed]) {
    const telling = tellingOf(texts)
    const meant = sent.find((request) => carries(request.postData() ?? '', telling))
    if (meant) return meant
  }
  return sent.at(-1)
}

async function sentDuring({ page, session }: Person, action: () => Promise<void>): Promise<Request[]> {
  const sent: Request[] = []
  const { origin } = new URL(session.arranged.url)
  const see = (request: Request) => {
    if (isSending(request) && new URL(request.url()).origin === origin) sent.push(request)
  }
  page.on('request', see)
  try {
    await action()
  } finally {
    page.off('request', see)
  }
  return sent
}

/** The request as it can be sent again. */
export async function readRequest(request: Request): Promise<Sent> {
  const [url, method, body] = [request.url(), request.method(), request.postData() ?? '']
  const headers = await request.allHeaders().catch(() => request.headers())
  const kept = Object.entries(headers).filter(([name]) => !OWN.test(name))
  return { url, method, headers: Object.fromEntries(kept), body }
}
