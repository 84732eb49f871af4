import { randomBytes } from 'node:crypto'
import type { ArtifactStore } from '../store/artifacts.ts'

/** Tickets of a sign-in that has happened: each signs one account in, once, without a page. */
export interface Tickets {
  /**
   * @param owner id of the directory that the account is in
   * @param now that directory's time
   */
  issue(accountId: string, owner: string, now: number): string
  /** The account of a ticket, which is spent by that. */
  spend(ticket: unknown): Promise<string | undefined>
}

/** As long as the session that it begins. */
const lifetimeMs = 14 * 24 * 60 * 60 * 1000

const keyOf = (ticket: string) => `ticket:${ticket}`

/** They are artifacts: another process at the same store may take them, and they are gone with their directory. */
export function tickets(artifacts: ArtifactStore): Tickets {
  /** What is not in the store yet. */
  const onTheWay = new Map<string, Promise<void>>()
  return {
    issue(accountId, owner, now) {
      const ticket = randomBytes(24).toString('base64url')
      const kept = artifacts
        .put(keyOf(ticket), { payload: { accountId }, owner, expires: now + lifetimeMs })
        .then(() => artifacts.sweep(owner, now))
        // Without its ticket, the person is asked to sign in as usual.
        .catch(() => {})
        .finally(() => onTheWay.delete(ticket))
      onTheWay.set(ticket, kept)
      return ticket
    },
    async spend(ticket) {
      if (typeof ticket !== 'string') return undefined
      await onTheWay.get(ticket)
      const found = await artifacts.get(keyOf(ticket))
      // What is spent stays: nobody could tell it from what was spent just now, if it were gone.
      if (!found || (await artifacts.spend(keyOf(ticket), Date.now())) !== undefined) return undefined
      return String(found.payload.accountId)
    },
  }
}
