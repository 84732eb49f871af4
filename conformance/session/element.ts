import type { Locator, Page } from '@playwright/test'
import { nearest } from '../page/label.ts'
import type { Snapshot } from '../page/snapshot.ts'
import { describe, type Element } from '../targets/overrides.ts'

/** An element that is not found by its words alone. */
export type Located = Exclude<Element, string>

/** The first visible one of it. */
export const visibleOf = (locator: Locator) => locator.filter({ visible: true }).first()

/** Attributes by which products mark their elements for tests. */
const TEST_IDS = ['data-testid', 'data-test-id', 'data-test', 'data-cy', 'data-qa']

/** Where a profile says that an element is. */
export function locate(page: Page, element: Located): Locator {
  if (typeof element === 'function') return element(page)
  if ('role' in element) {
    const { role, name } = element
    return page.getByRole(role, name === undefined ? {} : { name, exact: true })
  }
  if ('label' in element) return page.getByLabel(element.label, { exact: true })
  if ('text' in element) return page.getByText(element.text)
  if ('placeholder' in element) return page.getByPlaceholder(element.placeholder, { exact: true })
  return page.locator(TEST_IDS.map((name) => `[${name}=${JSON.stringify(element.testId)}]`).join(', '))
}

/** Whether an element is on the page now: by its words among `names`, else where it is said to be. */
export async function isThere(page: Page, element: Element, names: string[]): Promise<boolean> {
  if (typeof element === 'string') return nearest(element, names) !== undefined
  return visibleOf(locate(page, element)).isVisible()
}

/** Whether a screen has this heading, or what replaces it. */
export const hasHeading = (page: Page, heading: Element, snapshot: Snapshot) =>
  isThere(page, heading, snapshot.headings)

export const inWords = (documented: string, element: Element | undefined) =>
  element === undefined ? `“${documented}”` : `“${documented}” (here ${describe(element)})`
