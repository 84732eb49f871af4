import { randomBytes } from 'node:crypto'

/** Tickets of a sign-in that has happened: each signs one account in, once, without a page. */
export interface Tickets {
  issue(accountId: string): string
  /** The account of a ticket, which is spent by that. */
  spend(ticket: unknown): string | undefined
}

export function tickets(): Tickets {
  const accounts = new Map<string, string>()
  return {
    issue(accountId) {
      const ticket = randomBytes(24).toString('base64url')
      accounts.set(ticket, accountId)
      return ticket
    },
    spend(ticket) {
      if (typeof ticket !== 'string') return undefined
      const accountId = accounts.get(ticket)
      accounts.delete(ticket)
      return accountId
    },
  }
}
