import type { Browser, BrowserContext, Page } from '@playwright/test'
import { AuthenticatorApp } from '../../../machines/devices/authenticator-app.ts'
import { enrolmentOf } from '../../../machines/devices/enrolment.ts'
import { giveKept, keptBy } from '../../page/kept.ts'
import { nearness } from '../../page/label.ts'
import { SecurityKey } from '../../page/security-key.ts'
import { fetchAgain } from '../fetch-again.ts'
import { linksIn } from '../mailboxes/links-in.ts'
import { openOthers, type ReadMails } from '../mailboxes/open-mailbox.ts'
import type { SentElsewhere } from '../mailboxes/settings.ts'
import type { BrowserHeaders, Clock, Provider } from '../target.ts'
import type { TargetAddress } from './address.ts'
import type { Deployment } from './deployment.ts'
import { defaultAddress, freshAddress } from './fresh-address.ts'
import type { Ask, Json, Tools, Visitor, Where } from './functions.ts'
import { providerFor } from './mock-provider.ts'

const PATIENCE = 15_000
const PAUSE = 100

export interface ToolBox {
  deployment: Deployment
  address: TargetAddress
  read: ReadMails | undefined
  flow: string
  given: string
  browser: Browser | undefined
}

/** What the functions of a profile arrange with; to be closed after it. */
export function toolsFor({ deployment, address, read, flow, given, browser }: ToolBox) {
  const { url, data, file } = address
  const contexts: BrowserContext[] = []
  const apps = new Map<string, AuthenticatorApp>()
  const appOf = (secret: string) => {
    const key = enrolmentOf(secret).secret
    const app = apps.get(key) ?? new AuthenticatorApp(clockOf(deployment, { url, data }), secret)
    apps.set(key, app)
    return app
  }
  const mails = (email: string) => {
    if (read) return read(email)
    throw new Error(`${file} does not say where mail arrives: give it a mailbox.`)
  }
  const elsewhere = deployment.mailbox && openOthers(deployment.mailbox, address.mails)
  const tools: Tools<Json> = {
    ...{ url, data, flow, given, mails },
    freshAddress: () => freshAddress(deployment.freshAddress ?? defaultAddress),
    linkInMail: (email, subject, link) =>
      linkIn({ mails: () => mails(email), sentElsewhere: () => elsewhere?.(email) }, subject, link),
    ask: (path, request) => ask(new URL(path, url), request),
    async page() {
      if (!browser) throw new Error('There is no browser here to open a page in.')
      const context = await browser.newContext()
      // A missing element fails after this time, not after that of the whole arrangement.
      context.setDefaultTimeout(deployment.patience ?? PATIENCE)
      contexts.push(context)
      return context.newPage()
    },
    async plugInKey(page) {
      const key = new SecurityKey(page)
      await key.plugIn()
      return () => key.credential()
    },
    codeOf: (secret) => appOf(secret).right(),
    async sameSession(page) {
      const kept = await keptBy(page)
      return (context) => giveKept(context, kept)
    },
    provider: (email, consented = true) => providerOf(deployment, address, email, consented),
  }
  const close = async () => {
    for (const context of contexts) await context.close()
  }
  return {
    tools,
    close,
    /** The app that has shown a code for this secret: it knows which one is spent. */
    usedApp: (secret: string) => apps.get(enrolmentOf(secret).secret),
  }
}

/** The provider that the profile names, with an account for this address where it is the bundled one. */
export async function providerOf(
  { provider }: Deployment,
  { provider: known }: TargetAddress,
  email: string,
  consented = true,
): Promise<Provider | undefined> {
  if (known) return providerFor(known, email, consented)
  return provider && 'kind' in provider ? undefined : provider
}

export function clockOf({ clock = {} }: Deployment, where: Where<Json>): Clock {
  const { now, advance } = clock
  return {
    now: async () => (now ? now(where) : Date.now()),
    ...(advance && { advance: (seconds: number) => advance(seconds, where) }),
  }
}

export const visitorAt =
  (where: Where<Json>, protectedPage: string) =>
  (sent: BrowserHeaders, page: Page | undefined): Visitor<Json> => ({
    ...where,
    cookie: sent.cookie,
    headers: sent,
    page,
    fetch: (path, { headers, ...init } = {}) => {
      const own = new Headers(sent)
      for (const [name, value] of new Headers(headers)) own.set(name, value)
      return fetchAgain(new URL(path, protectedPage), { redirect: 'manual', ...init, headers: own })
    },
  })

async function ask<Answer>(url: URL, asked: Ask = {}): Promise<Answer> {
  const { bearer, headers, method, as } = asked
  const content = contentOf(asked)
  const verb = method ?? (content ? 'POST' : 'GET')
  const request = {
    method: verb,
    headers: {
      accept: 'application/json',
      ...(content && { 'content-type': content.type }),
      ...(bearer && { authorization: `Bearer ${bearer}` }),
      ...(as && { origin: url.origin }),
      ...headers,
    },
  }
  const { status, type, text } = as
    ? await askAs(as, url, request, content?.text)
    : await askAnonymously(url, request, content?.text)
  if (status < 200 || status > 299)
    throw new Error(`${verb} ${url.pathname} was answered with ${status}: ${text.slice(0, 200)}`)
  return (type?.includes('json') && text ? JSON.parse(text) : text || undefined) as Answer
}

function contentOf({ body, form }: Ask): { type: string; text: string } | undefined {
  if (form) return { type: 'application/x-www-form-urlencoded', text: new URLSearchParams(form).toString() }
  return body === undefined ? undefined : { type: 'application/json', text: JSON.stringify(body) }
}

interface Asked {
  method: string
  headers: Record<string, string>
}

async function askAs(page: Page, url: URL, request: Asked, data?: string) {
  const response = await page.request.fetch(url.href, { ...request, ...(data !== undefined && { data }) })
  return { status: response.status(), type: response.headers()['content-type'], text: await response.text() }
}

async function askAnonymously(url: URL, request: Asked, body?: string) {
  const response = await fetch(url, { ...request, ...(body !== undefined && { body }) }).catch(
    ({ cause, message }: Error) => {
      const why = cause instanceof Error ? cause.message || cause.name : message
      throw new Error(
        `${request.method} ${url.href} is not answered (${why}): start what is there, or correct the address.`,
      )
    },
  )
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() }
}

const named = (all: string[]) => [...new Set(all)].map((name) => `“${name}”`).join(', ') || 'none'

/** The link of these words, or the one whose address has them: many a mail writes the address out, or names all links alike. */
const linkOf = (links: { label: string; href: string }[], wanted: string | RegExp) =>
  typeof wanted === 'string'
    ? (links.find(({ label }) => nearness(wanted, label)) ?? links.find(({ href }) => href.includes(wanted)))
    : links.find(({ label, href }) => label.search(wanted) >= 0 || href.search(wanted) >= 0)

/** Waits for the mail and answers the address of a link in the newest one. */
async function linkIn(
  mailbox: { mails(): ReturnType<ReadMails>; sentElsewhere(): ReturnType<SentElsewhere> | undefined },
  subject: string,
  wanted?: string | RegExp,
): Promise<string> {
  const until = Date.now() + PATIENCE
  for (;;) {
    const mails = await mailbox.mails()
    const mail = mails.findLast((mail) => nearness(subject, mail.subject))
    const links = await linksIn(mail)
    const link = wanted ? linkOf(links, wanted) : links[0]
    if (link) return link.href
    if (Date.now() > until) {
      const others = mails.length === 0 ? await mailbox.sentElsewhere() : undefined
      throw new Error(
        mail
          ? `The mail “${subject}” has no link${wanted ? ` “${wanted}”` : ''}: it has ${named(links.map(({ label }) => label))}.`
          : `No mail “${subject}” has arrived: the mailbox has ${named(mails.map(({ subject }) => subject))}${others ? `; it has ${others}` : ''}.`,
      )
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
}
