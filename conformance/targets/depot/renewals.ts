import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { type Depot, Refused } from './depot.ts'
import type { Fault } from './faults.ts'

const MINUTE = 60_000
const IDLE = 60 * MINUTE
const LIFE = 12 * 60 * MINUTE

const COOKIE = 'depot.renewal'
const PATH = '/api'

interface Renewal {
  /** Id of the account. */
  of: string
  begun: number
  seen: number
  /** The first of the row that it is in. */
  first: string
}

/** What brings a new token when the last one is over: in a cookie that scripts do not read, and good for one time. */
export class Renewals {
  readonly #known = new Map<string, Renewal>()
  /** What was used → the first of its row. */
  readonly #used = new Map<string, string>()
  readonly #now: () => number
  readonly #fault: Fault | undefined

  /** @param now milliseconds since 1970 */
  constructor(now: () => number, fault: Fault | undefined) {
    this.#now = now
    this.#fault = fault
  }

  begin(of: string, begun = this.#now(), first?: string): string {
    const id = randomUUID()
    this.#known.set(id, { of, begun, seen: this.#now(), first: first ?? id })
    return id
  }

  /** Whose it is, and what comes next in its place; `undefined` where it is over. */
  spend(id: string): { of: string; next: string } | undefined {
    const found = this.#known.get(id)
    if (!found) this.#endRow(this.#used.get(id))
    else if (this.#fault !== 'renewals-work-twice') {
      this.#known.delete(id)
      this.#used.set(id, found.first)
    }
    const now = this.#now()
    if (!found || now - found.seen > IDLE || now - found.begun > LIFE) return undefined
    return { of: found.of, next: this.begin(found.of, found.begun, found.first) }
  }

  /** Somebody has a copy of what was used: nobody knows who of them is the holder. */
  #endRow(row: string | undefined): void {
    if (this.#fault === 'used-renewals-end-nothing') return
    for (const [id, { first }] of this.#known) if (first === row) this.#known.delete(id)
  }

  end(id: string): void {
    if (this.#fault !== 'renewals-go-on') this.#known.delete(id)
  }

  endAllOf(account: string): void {
    for (const [id, { of }] of this.#known) if (of === account) this.end(id)
  }
}

/** Somebody is logged in: their browser gets what renews the token, where tokens are renewed. */
export function keepRenewal({ renewals }: Depot, c: Context, account: string): void {
  if (renewals) setRenewal(c, renewals.begin(account))
}

/** Somebody leaves. */
export function forgetRenewal({ renewals }: Depot, c: Context): void {
  renewals?.end(getCookie(c, COOKIE) ?? '')
  deleteCookie(c, COOKIE, { path: PATH })
}

const setRenewal = (c: Context, id: string) =>
  setCookie(c, COOKIE, id, { path: PATH, httpOnly: true, sameSite: 'Strict' })

export function renewalRoutes({ renewals, tokens, accounts }: Depot): Hono {
  return new Hono().post('/', async (c) => {
    const found = renewals?.spend(getCookie(c, COOKIE) ?? '')
    if (!found || !accounts.of(found.of)) throw new Refused(401, 'Come in first')
    setRenewal(c, found.next)
    return c.json({ token: await tokens.begin(found.of, 'whole') })
  })
}
