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

/** How sure it is that two steps with different texts are one: 0 for not sure, up to 2. */
function likeness(before: LockedStep, now: LockedStep): number {
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

/** Places that a step may be away from where it was and still be looked for, so that long lists take linear time. */
const REACH = 200

/** The pairs found so far, with the place of every step on its side. */
class Pairing<S extends LockedStep> {
  readonly partner = new Map<LockedStep, S>()
  readonly taken = new Set<S>()
  readonly placeBefore: Map<LockedStep, number>
  readonly placeNow: Map<S, number>

  constructor(before: LockedStep[], now: S[]) {
    this.placeBefore = new Map(before.map((step, n) => [step, n]))
    this.placeNow = new Map(now.map((step, n) => [step, n]))
  }

  far(before: LockedStep, now: S): number {
    return Math.abs((this.placeBefore.get(before) ?? 0) - (this.placeNow.get(now) ?? 0))
  }

  take(before: LockedStep, now: S) {
    if (this.partner.has(before) || this.taken.has(now)) return
    this.partner.set(before, now)
    this.taken.add(now)
  }
}

/** Pairs steps with the same text: those with the same id first, then the nearest. */
function matchSameText<S extends LockedStep>(before: LockedStep[], now: S[], pairing: Pairing<S>) {
  const byText = Map.groupBy(now, ({ text }) => text)
  for (const [text, ones] of Map.groupBy(before, ({ text }) => text)) {
    const others = byText.get(text) ?? []
    const near = (one: LockedStep) => {
      if (ones.length * others.length <= REACH ** 2) return others
      const from = firstWithin(others, one, pairing)
      return others.slice(from, from + 2 * REACH)
    }
    const candidates = ones.flatMap((one) =>
      near(one).map((other) => ({ one, other, sameId: one.id === other.id, far: pairing.far(one, other) })),
    )
    candidates.sort((x, y) => Number(y.sameId) - Number(x.sameId) || x.far - y.far)
    for (const { one, other } of candidates) pairing.take(one, other)
  }
}

/** The first of `others` that is within reach of a step; they are in the order of the page. */
function firstWithin<S extends LockedStep>(
  others: S[],
  one: LockedStep,
  { placeBefore, placeNow }: Pairing<S>,
) {
  const least = (placeBefore.get(one) ?? 0) - REACH
  let [low, high] = [0, others.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const other = others[middle]
    if (other && (placeNow.get(other) ?? 0) < least) low = middle + 1
    else high = middle
  }
  return low
}

/** Pairs what is alike, the surest pairs first; where that leaves a choice, the nearest. */
function matchAlike<S extends LockedStep>(before: LockedStep[], now: S[], pairing: Pairing<S>) {
  const free = now.filter((other) => !pairing.taken.has(other))
  const candidates = before
    .filter((one) => !pairing.partner.has(one))
    .flatMap((one, n) =>
      free
        .slice(Math.max(0, n - REACH), n + REACH)
        .map((other) => ({ one, other, sure: likeness(one, other), far: pairing.far(one, other) })),
    )
    .filter(({ sure }) => sure > 0)
    .sort((x, y) => y.sure - x.sure || x.far - y.far)
  for (const { one, other } of candidates) pairing.take(one, other)
}

/** Whether a step in the place of another may be that one: the same sentence about another label, or a like one. */
const mayBe = (before: LockedStep, now: LockedStep) =>
  before.frame === now.frame || similarityOf(before.sketch, now.sketch) >= LIKE / 2

/** Pairs what is left over between the same neighbours, in order. */
function matchByPlace<S extends LockedStep>(before: LockedStep[], now: S[], pairing: Pairing<S>) {
  const { partner, taken, placeNow } = pairing
  const placeOf = (step: LockedStep | undefined) => {
    const other = step && partner.get(step)
    return other && placeNow.get(other)
  }
  /** Where the partner of the next paired step is, for each step. */
  const ends: number[] = []
  for (let n = before.length - 1, end = now.length; n >= 0; n--) {
    ends[n] = end
    end = placeOf(before[n]) ?? end
  }
  let from = 0
  for (const [a, one] of before.entries()) {
    const own = placeOf(one)
    if (own !== undefined) {
      from = own + 1
      continue
    }
    const to = Math.min(ends[a] ?? now.length, from + REACH)
    for (let place = from; place < to; place++) {
      const other = now[place]
      if (!other || taken.has(other) || !mayBe(one, other)) continue
      pairing.take(one, other)
      from = place + 1
      break
    }
  }
}

/** Pairs the steps of two procedures, the surest pairs first; where that leaves a choice, the nearest numbers. */
export function matchSteps<S extends LockedStep>(before: LockedStep[], now: S[]): Matches<S> {
  const pairing = new Pairing(before, now)
  matchSameText(before, now, pairing)
  matchAlike(before, now, pairing)
  matchByPlace(before, now, pairing)
  return {
    pairs: before.flatMap((one) => {
      const other = pairing.partner.get(one)
      return other ? [{ before: one, now: other }] : []
    }),
    lost: before.filter((one) => !pairing.partner.has(one)),
    added: now.filter((other) => !pairing.taken.has(other)),
  }
}
