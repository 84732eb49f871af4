import type { Frame, Locator, Page } from '@playwright/test'
import { framesOf } from '../page/frames.ts'
import { nearest } from '../page/label.ts'
import type { Snapshot } from '../page/snapshot.ts'
import { describe, type Element, textsOf } from '../targets/overrides.ts'

/** An element that is not found by its words alone. */
export type Located = Exclude<Element, string | readonly string[]>

/** Whether something is found otherwise than by its words. */
export const isLocated = (element: Element | undefined): element is Located =>
  element !== undefined && textsOf(element) === undefined

/** The first visible one of it. */
export const visibleOf = (locator: Locator) => locator.filter({ visible: true }).first()

/** Attributes by which products mark their elements for tests. */
const TEST_IDS = ['data-testid', 'data-test-id', 'data-test', 'data-cy', 'data-qa']

/** Where a profile says that an element is, in one frame; a function looks at the whole page. */
export function locate(frame: Frame, element: Located): Locator {
  if (typeof element === 'function') return element(frame.page())
  if ('role' in element) {
    const { role, name } = element
    return frame.getByRole(role, name === undefined ? {} : { name, exact: true })
  }
  if ('label' in element) return frame.getByLabel(element.label, { exact: true })
  if ('text' in element) return frame.getByText(element.text)
  if ('placeholder' in element) return frame.getByPlaceholder(element.placeholder, { exact: true })
  return frame.locator(TEST_IDS.map((name) => `[${name}=${JSON.stringify(element.testId)}]`).join(', '))
}

/** Whether an element is on the page now: by its words among `names`, else where it is said to be. */
export async function isThere(page: Page, element: Element, names: string[]): Promise<boolean> {
  if (isLocated(element)) return (await seenIn(page, (frame) => locate(frame, element))) !== undefined
  return [element].flat().some((text) => nearest(text, names))
}

/** The first visible one in the page or in its frames; `undefined` where there is none. */
export async function seenIn(page: Page, where: (frame: Frame) => Locator) {
  for (const frame of await framesOf(page)) {
    const locator = visibleOf(where(frame))
    if (await locator.isVisible()) return { locator, frame }
  }
  return undefined
}

/** Whether a screen has this heading, or what replaces it. */
export const hasHeading = (page: Page, heading: Element, snapshot: Snapshot) =>
  isThere(page, heading, snapshot.headings)

export const inWords = (documented: string, element: Element | undefined) =>
  element === undefined ? `“${documented}”` : `“${documented}” (here ${describe(element)})`
