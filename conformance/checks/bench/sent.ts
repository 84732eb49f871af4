import type { Request } from '@playwright/test'
import { Unproven } from './outcome.ts'
import type { Person } from './person.ts'
import { poll } from './poll.ts'

const READING = ['GET', 'HEAD', 'OPTIONS']

/** Whether a request changes nothing (RFC 9110 section 9.2.1). */
export const isReading = (request: Request) => READING.includes(request.method())

/** Beacons and reports of a browser, which change nothing that a person does. */
const REPORTS = ['ping', 'cspviolationreport']

const isSending = (request: Request) => !isReading(request) && !REPORTS.includes(request.resourceType())

/** A request as the browser sent it, to be sent again, changed or not. */
export interface Sent {
  url: string
  method: string
  /** Without those that belong to the one connection, and without cookies: those are a jar's. */
  headers: Record<string, string>
  /** A form, JSON, or nothing. */
  body: string
  /** The page that sent it. */
  from?: string
}

const OWN = /^(?:cookie|content-length|host|connection|accept-encoding|:.*)$/i

/**
 * Watches a person do something, and answers the first request that is neither a reading nor a report; `hold-back` cuts it off on its way.
 * @throws Unproven when nothing is sent
 */
export async function watchSending(
  { page, patience }: Person,
  action: () => Promise<void>,
  what: 'let-pass' | 'hold-back',
): Promise<Sent> {
  let sent: Promise<Sent> | undefined
  const see = (request: Request) => {
    // Read at once: the page may be another one a moment later.
    const from = page.url()
    if (isSending(request)) sent ??= readRequest(request).then((read) => ({ ...read, from }))
  }
  const isFirst = (request: Request) => what === 'hold-back' && isSending(request)
  page.on('request', see)
  await page.route('**', (route, request) => (isFirst(request) ? route.abort('aborted') : route.fallback()))
  try {
    await action()
    await poll(() => sent !== undefined, patience)
  } finally {
    page.off('request', see)
    await page.unroute('**')
  }
  if (!sent) throw new Unproven('Nothing was sent to the server.')
  return sent
}

/** Does something, and answers the last request to the target that is no reading: what it sends in the end, if anything. */
export async function lastSent(
  { page, session }: Person,
  action: () => Promise<void>,
): Promise<Request | undefined> {
  let last: Request | undefined
  const { origin } = new URL(session.arranged.url)
  const see = (request: Request) => {
    if (isSending(request) && new URL(request.url()).origin === origin) last = request
  }
  page.on('request', see)
  try {
    await action()
  } finally {
    page.off('request', see)
  }
  return last
}

/** The request as it can be sent again. */
export async function readRequest(request: Request): Promise<Sent> {
  const [url, method, body] = [request.url(), request.method(), request.postData() ?? '']
  const headers = await request.allHeaders().catch(() => request.headers())
  const kept = Object.entries(headers).filter(([name]) => !OWN.test(name))
  return { url, method, headers: Object.fromEntries(kept), body }
}
