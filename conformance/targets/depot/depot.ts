import type { Context } from 'hono'
import { z } from 'zod'
import type { Account, Accounts } from './accounts.ts'
import type { Company } from './company.ts'
import type { Fault } from './faults.ts'
import type { Guesses } from './guesses.ts'
import type { Links, Mailer } from './mails.ts'
import type { Renewals } from './renewals.ts'
import type { Session, Tokens } from './tokens.ts'

/** What all parts of the API share. */
export interface Depot {
  /** Milliseconds since 1970. */
  now(): number
  accounts: Accounts
  tokens: Tokens
  /** Absent where a token lasts as long as the session. */
  renewals: Renewals | undefined
  links: Links
  guesses: Guesses
  mailer: Mailer
  company: Company | undefined
  /** Name of the header that carries the token. */
  header: string
  fault: Fault | undefined
}

/** An answer that refuses. */
export class Refused extends Error {
  readonly status: 400 | 401 | 403 | 404 | 409

  constructor(status: Refused['status'], message: string) {
    super(message)
    this.status = status
  }
}

/** The token of a request: RFC 6750 section 2.1, or the whole value of a header of another name. */
const tokenOf = (c: Context, header: string, fault: Fault | undefined): string => {
  const value = c.req.header(header) ?? ''
  if (value === '' && fault === 'token-from-address') return c.req.query('access_token') ?? ''
  return header === 'authorization' ? value.replace(/^Bearer /, '') : value
}

export interface Visitor {
  session: Session
  account: Account
  token: string
}

/** Who asks. @throws Refused where nobody does, or not with such a session */
export async function visitor(
  { tokens, accounts, header, fault }: Depot,
  c: Context,
  scopes: readonly Session['scope'][] = ['whole'],
): Promise<Visitor> {
  const token = tokenOf(c, header, fault)
  const session = await tokens.read(token)
  const account = session && accounts.of(session.of)
  if (fault === 'stack-for-a-token' && token && !session)
    throw new Refused(401, new Error('This is no token').stack ?? '')
  if (!session || !account || !scopes.includes(session.scope)) throw new Refused(401, 'Come in first')
  return { session, account, token }
}

const text = z.string().max(300)

/** The texts in the JSON of a request; others are left out. @throws Refused where it is something else */
export async function textsIn<Name extends string>(
  c: Context,
  ...names: Name[]
): Promise<Partial<Record<Name, string>>> {
  const json: unknown = await c.req.json().catch(() => undefined)
  const shape = Object.fromEntries(names.map((name) => [name, text.optional()]))
  const read = z.object(shape).safeParse(json)
  if (!read.success) throw new Refused(400, 'That cannot be read')
  return read.data as Partial<Record<Name, string>>
}
