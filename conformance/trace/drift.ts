import { count, type Drift, ofGroup, ofPlace, ofStep } from './drift-kinds.ts'
import type { Lock } from './lock.ts'
import { type GroupPair, matchGroups } from './match-groups.ts'
import { type Group, groupsOf, matchSteps } from './match-steps.ts'
import { relocate } from './relocation.ts'
import { followRenames } from './renamed-pages.ts'
import { sectionDrift } from './section-drift.ts'
import type { FoundStep, LockedStep, Snapshot } from './snapshot.ts'
import { contentDrift, moveDrift, orderDrift } from './step-drift.ts'

const removed = (step: LockedStep) => ofStep('step-removed', step, `Step ${step.number} is gone.`)
const added = (step: FoundStep) => ofStep('step-added', step, `Step ${step.number} is new.`)

/** Drift of a procedure that is still there, with the steps left over on both sides. */
function pairDrift({ before, now }: GroupPair) {
  const { pairs, lost, added } = matchSteps(before.steps, now.steps)
  const moved = before.page !== now.page
  const retitled = !moved && before.title !== now.title
  const drift = [
    ...(retitled ? [ofGroup('procedure-retitled', now, `It was called “${before.title}”.`)] : []),
    ...(moved ? pairs.flatMap(moveDrift) : []),
    ...orderDrift(pairs, before.steps, now.steps, now.offset - before.offset),
    ...pairs.flatMap(contentDrift),
  ]
  return { drift, lost: { ...before, steps: lost }, added: { ...now, steps: added } }
}

const goneDrift = (group: Group<LockedStep>): Drift[] =>
  group.steps.length === 1
    ? group.steps.map(removed)
    : [
        ofGroup(
          'procedure-missing',
          group,
          `Its page no longer has it: ${group.steps.length} steps are gone.`,
        ),
      ]

const newDrift = (group: Group<FoundStep>): Drift[] =>
  group.steps.length === 1
    ? group.steps.map(added)
    : [ofGroup('procedure-added', group, `It is new, with ${group.steps.length} steps.`)]

/** Whole procedures that are in the lock only; those of a page that was not given are one message together. */
function lostDrift(groups: Group<LockedStep>[], pages: Set<string>, seenPages: Set<string>): Drift[] {
  return [...Map.groupBy(groups, ({ page }) => page)].flatMap(([page, lost]) => {
    if (pages.has(page)) return lost.flatMap(goneDrift)
    if (seenPages.has(page)) {
      return lost.map((group) =>
        ofGroup(
          'procedure-missing',
          group,
          `Its ${count(group.steps.length, 'step')} were on the page ${page} and are on none of the given pages.`,
        ),
      )
    }
    const steps = lost.flatMap(({ steps }) => steps)
    const text = `The page is in the lock with ${count(steps.length, 'step')} and was not given.`
    return [ofPlace('page-missing', { page, title: '' }, text)]
  })
}

/** Whole procedures that are on the pages only; those of a page that the lock does not know are one message together. */
function addedDrift(groups: Group<FoundStep>[], locked: Set<string>, seenPages: Set<string>): Drift[] {
  return [...Map.groupBy(groups, ({ page }) => page)].flatMap(([page, fresh]) => {
    if (locked.has(page)) return fresh.flatMap(newDrift)
    if (seenPages.has(page)) {
      return fresh.map((group) =>
        ofGroup('procedure-added', group, `Its ${count(group.steps.length, 'step')} are not in the lock.`),
      )
    }
    const steps = fresh.flatMap(({ steps }) => steps)
    const text = `The page is not in the lock; it has ${count(steps.length, 'step')}.`
    return [ofPlace('page-added', { ...steps[0], page, title: '' }, text)]
  })
}

/** Every way in which the given pages differ from the lock. */
export function driftOf(written: Lock, snapshot: Snapshot): Drift[] {
  const { lock, drift: renamed } = followRenames(written, snapshot)
  const { pairs, ...groups } = matchGroups(groupsOf(lock.steps), groupsOf(snapshot.steps))
  const inPairs = pairs.map(pairDrift)
  const lost = [...inPairs.map((pair) => pair.lost), ...groups.lost]
  const fresh = [...inPairs.map((pair) => pair.added), ...groups.added]
  const moved = relocate(lost, fresh)
  const oldPages = new Set([
    ...pairs.map(({ before }) => before.page),
    ...moved.map(({ before }) => before.page),
  ])
  const newPages = new Set([...pairs.map(({ now }) => now.page), ...moved.map(({ now }) => now.page)])
  const isLeft = ({ steps }: Group<LockedStep>) => steps.length > 0
  return [
    ...renamed,
    ...inPairs.flatMap((pair) => [
      ...pair.drift,
      ...pair.lost.steps.map(removed),
      ...pair.added.steps.map(added),
    ]),
    ...moved.flatMap((pair) => [...moveDrift(pair), ...contentDrift(pair)]),
    ...lostDrift(groups.lost.filter(isLeft), new Set(snapshot.pages), oldPages),
    ...addedDrift(groups.added.filter(isLeft), new Set(lock.steps.map(({ page }) => page)), newPages),
    ...sectionDrift(lock.sections, snapshot),
  ]
}
