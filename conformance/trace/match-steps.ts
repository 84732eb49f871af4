import { similarityOf } from './fingerprint.ts'
import type { LockedStep } from './snapshot.ts'

/** The steps of one procedure, or of the part of one that belongs to one flow. */
export interface Group<S extends LockedStep> {
  page: string
  title: string
  flow: string | null
  /** Steps of the same procedure that come before this part. */
  offset: number
  steps: S[]
}

export function groupsOf<S extends LockedStep>(steps: S[]): Group<S>[] {
  const groups: Group<S>[] = []
  for (const step of steps) {
    const last = groups.at(-1)
    const sameProcedure = last?.page === step.page && last.title === step.title
    if (sameProcedure && last.flow === step.flow) last.steps.push(step)
    else {
      const { page, title, flow } = step
      groups.push({
        page,
        title,
        flow,
        offset: sameProcedure ? last.offset + last.steps.length : 0,
        steps: [step],
      })
    }
  }
  return groups
}

/** Two texts that have less in common are two steps, not one that was reworded. */
const LIKE = 0.3

/** How sure it is that two steps are one: 0 for not sure, above 2 for the same text. */
function likeness(before: LockedStep, now: LockedStep): number {
  if (before.text === now.text) return 2 + Number(before.id === now.id)
  const alike = similarityOf(before.sketch, now.sketch)
  const shared = before.labels.some((label) => now.labels.includes(label)) ? 0.15 : 0
  if (before.id !== null && before.id === now.id) return 1 + alike
  return alike + shared >= LIKE ? alike + shared : 0
}

export interface Matches<S extends LockedStep> {
  pairs: { before: LockedStep; now: S }[]
  lost: LockedStep[]
  added: S[]
}

/** Whether a step in the place of another may be that one: the same sentence about another label, or a like one. */
const mayBe = (before: LockedStep, now: LockedStep) =>
  before.frame === now.frame || similarityOf(before.sketch, now.sketch) >= LIKE / 2

/** Pairs what is left over between the same neighbours, in order. */
function matchByPlace<S extends LockedStep>(before: LockedStep[], now: S[], matched: Map<LockedStep, S>) {
  const taken = new Set(matched.values())
  let from = 0
  for (const [a, one] of before.entries()) {
    const partner = matched.get(one)
    if (partner) {
      from = now.indexOf(partner) + 1
      continue
    }
    const next = before.slice(a + 1).find((other) => matched.has(other))
    const nextPartner = next && matched.get(next)
    const to = nextPartner ? now.indexOf(nextPartner) : now.length
    const place = now.findIndex((other, b) => b >= from && b < to && !taken.has(other) && mayBe(one, other))
    const found = now[place]
    if (!found) continue
    matched.set(one, found)
    taken.add(found)
    from = place + 1
  }
}

/** Pairs the steps of two procedures, the surest pairs first; where that leaves a choice, the nearest numbers. */
export function matchSteps<S extends LockedStep>(before: LockedStep[], now: S[]): Matches<S> {
  const candidates = before
    .flatMap((one, a) =>
      now.map((other, b) => ({ one, other, sure: likeness(one, other), far: Math.abs(a - b) })),
    )
    .filter(({ sure }) => sure > 0)
    .sort((x, y) => y.sure - x.sure || x.far - y.far)
  const matched = new Map<LockedStep, S>()
  const taken = new Set<S>()
  for (const { one, other } of candidates) {
    if (matched.has(one) || taken.has(other)) continue
    matched.set(one, other)
    taken.add(other)
  }
  matchByPlace(before, now, matched)
  const partners = new Set(matched.values())
  return {
    pairs: before.flatMap((one) => {
      const other = matched.get(one)
      return other ? [{ before: one, now: other }] : []
    }),
    lost: before.filter((one) => !matched.has(one)),
    added: now.filter((other) => !partners.has(other)),
  }
}
