import { z } from 'zod'

const DAY_MS = 24 * 60 * 60 * 1000
const day = z.iso.date()

/**
 * The documentation: temporary access has an end date. Reads the last day of access, YYYY-MM-DD; it ends when that day does,
 * at midnight UTC. Answers when that is in ms, null for no end, or what is wrong.
 */
export function readLastDay(typed: string, now: number): { endsAt: number | null } | { wrong: string } {
  if (typed.trim() === '') return { endsAt: null }
  if (!day.safeParse(typed.trim()).success) return { wrong: 'Enter a date like 2026-12-31' }
  const endsAt = Date.parse(typed.trim()) + DAY_MS
  return endsAt > now ? { endsAt } : { wrong: 'This day is over already. Enter a later one, or none' }
}
