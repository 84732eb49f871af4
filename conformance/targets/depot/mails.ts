import { randomBytes } from 'node:crypto'
import { html, raw } from 'hono/html'
import { createTransport } from 'nodemailer'
import type { Account, Role } from './accounts.ts'
import type { Fault } from './faults.ts'

const HOUR = 60 * 60_000

/** What a mailed link is for, and for how long. */
const kinds = {
  invitation: {
    path: '/join',
    life: 48 * HOUR,
    subject: 'Your place at the Depot',
    words: 'Take your place',
  },
  reset: { path: '/fresh', life: HOUR, subject: 'A new password for the Depot', words: 'Pick another one' },
} as const

export type LinkKind = keyof typeof kinds

export interface Link {
  kind: LinkKind
  /** Id of the account. */
  of: string
  until: number
}

/** Mails links, each of which works once; the newest one alone. */
export class Links {
  readonly #links = new Map<string, Link>()
  readonly #now: () => number
  readonly #url: string
  readonly #mailer: Mailer

  constructor(now: () => number, url: string, mailer: Mailer) {
    this.#now = now
    this.#url = url
    this.#mailer = mailer
  }

  /** @param from name of the company, where it has one */
  async mail(
    kind: LinkKind,
    { id, email, role }: Pick<Account, 'id' | 'email' | 'role'>,
    from?: string,
  ): Promise<void> {
    const { path, life, subject, words } = kinds[kind]
    for (const [token, link] of this.#links)
      if (link.of === id && link.kind === kind) this.#links.delete(token)
    const token = randomBytes(24).toString('base64url')
    this.#links.set(token, { kind, of: id, until: this.#now() + life })
    const named = kind === 'invitation' ? { role } : {}
    await this.#mailer(email, subject, { words, href: `${this.#url}${path}?t=${token}`, from, ...named })
  }

  /** @param at path of the page: each kind of link has its own */
  look(token: string, at: string): { link: Link; isOver: boolean } | undefined {
    const link = this.#links.get(token)
    return link && kinds[link.kind].path === at ? { link, isOver: this.#now() > link.until } : undefined
  }

  spend(token: string): void {
    this.#links.delete(token)
  }

  spendAllOf(account: string): void {
    for (const [token, { of }] of this.#links) if (of === account) this.#links.delete(token)
  }
}

export type Mailer = (
  to: string,
  subject: string,
  link: { words: string; href?: string; from?: string | undefined; role?: Role },
) => Promise<void>

/** Sends mails with an HTML part and the same as text. */
export function makeMailer(smtp: { host: string; port: number }, fault: Fault | undefined): Mailer {
  const written = (text: string) => (fault === 'company-name-in-mails' ? raw(text) : text)
  const transport = createTransport({ ...smtp, ignoreTLS: true })
  return async (to, subject, { words, href, from, role }) => {
    const place = role && `You are on the list as ${fault === 'invitation-names-one-role' ? 'Viewer' : role}.`
    const body = html`<p>${href ? html`<a href="${href}">${words}</a>` : words}</p>${from && html`<p>${written(from)}</p>`}${place && html`<p>${place}</p>`}`
    await transport.sendMail({
      from: 'The Depot <depot@example.com>',
      to,
      subject,
      text: href ? `${words}: ${href}` : words,
      html: String(body),
    })
  }
}
