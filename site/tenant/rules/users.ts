import { z } from 'zod'
import { subject } from './rule.ts'

const rule = subject('users')

const DAY = 24 * 60 * 60 * 1000

/** A mail goes to each of them. */
const MOST_AT_ONCE = 20

const address = z.email().max(254)
const day = z.iso.date()

export const readEmail = rule(
  {
    says: 'An e-mail address counts in small letters, without spaces around it.',
    clauses: ['Documentation log-in.3'],
    tests: ['actions/way-in.test.ts'],
  },
  /** Answers the address as accounts have it, or what is wrong with it. */
  (typed: string): { email: string } | { wrong: string } => {
    const email = typed.trim().toLowerCase()
    if (email === '') return { wrong: 'Please enter an email address' }
    return address.safeParse(email).success
      ? { email }
      : { wrong: 'Please enter an email address like name@example.com' }
  },
)

export const readAddresses = rule(
  {
    says: 'Up to twenty addresses can be added at once, separated by commas, semicolons or spaces.',
    clauses: ['Documentation add-users'],
    tests: ['actions/add-users.test.ts'],
  },
  /** Answers each address once, or what is wrong. */
  (typed: string): { emails: string[] } | { wrong: string; empty: boolean } => {
    const words = typed.split(/[\s,;]+/).filter(Boolean)
    if (words.length === 0) return { wrong: 'Enter at least one e-mail address', empty: true }
    if (words.length > MOST_AT_ONCE)
      return { wrong: `Enter at most ${MOST_AT_ONCE} e-mail addresses at once`, empty: false }
    const emails: string[] = []
    for (const word of words) {
      const read = readEmail(word)
      if ('wrong' in read) return { wrong: `“${word}” is not an e-mail address`, empty: false }
      emails.push(read.email)
    }
    return { emails: [...new Set(emails)] }
  },
)

export const mayInviteAgain = rule(
  {
    says: 'An invitation is sent again only to a user who is pending.',
    clauses: ['Documentation add-users'],
    tests: ['actions/add-users.test.ts'],
  },
  (user: { verified_at: unknown }): boolean => user.verified_at === null,
)

export const readLastDay = rule(
  {
    says: 'Temporary access has an end date. It ends when that day does, at midnight UTC.',
    clauses: ['Documentation add-users'],
  },
  /** Reads YYYY-MM-DD. Answers the end in ms since 1970, null for no end, or what is wrong. */
  (typed: string, now: number): { endsAt: number | null } | { wrong: string } => {
    if (typed.trim() === '') return { endsAt: null }
    if (!day.safeParse(typed.trim()).success) return { wrong: 'Enter a date like 2026-12-31' }
    const endsAt = Date.parse(typed.trim()) + DAY
    return endsAt > now ? { endsAt } : { wrong: 'This day is over already. Enter a later one, or none' }
  },
)

export const isAccessOver = rule(
  {
    says: 'When temporary access ends, live sessions end with it.',
    clauses: ['ASVS 5.0 7.4.2', 'Documentation add-users'],
    tests: ['actions/change-user.test.ts'],
  },
  /** Times in ms. */
  (account: { access_ends_at: number | null }, now: number): boolean =>
    account.access_ends_at !== null && now >= Number(account.access_ends_at),
)
