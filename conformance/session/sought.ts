import type { Frame, Locator, Page } from '@playwright/test'
import { nearest, nearness } from '../page/label.ts'
import { lookIntoMenus } from '../page/menus.ts'
import type { Snapshot } from '../page/snapshot.ts'
import { takeSnapshot } from '../page/take-snapshot.ts'
import { unfold } from '../page/unfold.ts'
import { type Element, textsOf } from '../targets/overrides.ts'
import { isLocated, locate, seenIn } from './element.ts'
import { NotThere } from './not-there.ts'
import { Unusable } from './unusable.ts'

const PAUSE = 50
/** What a page puts up by script is there after this time, in milliseconds: before it, nothing is opened to look for it. */
const PAINT = 500

/** What a profile says about looking for something. */
export interface Search {
  /** Where it is, if not at its label. */
  here?: Element | undefined
  /** The last look at the page, if nothing was pressed there since. */
  seen?: Snapshot | undefined
  /** What else is on the screen: a name of these is never taken for the one that is looked for, however alike it is. */
  others?: readonly string[]
  /** Gets past a screen that has come in between; answers whether there was one. */
  passBetween?: (snapshot: Snapshot) => Promise<boolean>
}

/** Something that can be seen, and the frame that it is in. */
export interface Found {
  locator: Locator
  frame: Frame
}

/** What is looked for. */
export interface Sought extends Search {
  label: string
  /** In words for a report. */
  called: string
  /** A field that has no name and can be no other. */
  unnamed?: (() => Promise<Found | undefined>) | undefined
}

/** Forms may be put up by script after the page has loaded: looks again until it is there. */
export async function find(
  page: Page,
  byName: (frame: Frame, name: string) => Locator,
  kinds: readonly ('fields' | 'buttons' | 'links')[],
  { label: documented, here, called, passBetween, unnamed, others = [] }: Sought,
  patience: number,
) {
  const labels = textsOf(here) ?? [documented]
  const [label = documented] = labels
  const own = isLocated(here) ? here : undefined
  const visible = (name: string) => seenIn(page, (frame) => (own ? locate(frame, own) : byName(frame, name)))
  // The usual case, without a look at the whole page.
  for (const text of labels) {
    const atOnce = await visible(text)
    if (atOnce) return { name: text, ...atOnce }
  }
  const begun = Date.now()
  const until = begun + patience
  let hasLookedIntoMenus = false
  for (;;) {
    const snapshot = await takeSnapshot(page)
    const there = kinds.flatMap((kind) => snapshot[kind]).filter((name) => !isOther(name, others))
    const near = labels.map((text) => nearest(text, there)).find((one) => one !== undefined)
    const found = own ? { name: label } : near
    const seen = found && (await visible(found.name))
    if (seen) return { name: found.name, ...seen }
    if (!own && kinds.includes('buttons') && Date.now() > begun + PAINT && Date.now() < until) {
      if (found && (await isUnfolded(page, found.name))) continue
      if (!found && !hasLookedIntoMenus && (await openMenuWith(page, labels))) continue
      hasLookedIntoMenus = true
    }
    const only = own || !snapshot.unnamedCode ? undefined : await unnamed?.()
    if (only) return { name: label, ...only }
    if (await passBetween?.(snapshot)) continue
    if (Date.now() > until) throw new NotThere(called, snapshot)
    await page.waitForTimeout(PAUSE)
  }
}

const isOther = (name: string, others: readonly string[]): boolean =>
  others.some((other) => ['same', 'written-alike'].includes(nearness(other, name) ?? ''))

/** Opens the closed part of the page that holds something. @throws Unusable where several do, for nobody knows which is meant */
async function isUnfolded(page: Page, name: string): Promise<boolean> {
  const parts = await unfold(page, name)
  if (parts > 1) throw new Unusable(`“${name}”`, 'is in several closed parts of the page')
  return parts === 1
}

/** Opens the menu that holds something, where it is in one only. */
async function openMenuWith(page: Page, labels: readonly string[]): Promise<boolean> {
  const holding = (await lookIntoMenus(page)).filter(({ names }) =>
    labels.some((label) => nearest(label, names)),
  )
  const [only, another] = holding
  if (!only || another) return false
  await only.open()
  return true
}
