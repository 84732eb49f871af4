import type { Page } from '@playwright/test'

/** The current state in the diagram. */
export const here = (page: Page) => page.locator('.diagram .state.here')
/** Where one is among the moments of the walk. */
export const count = (page: Page) => page.locator('.transport output')
export const doIt = (page: Page) => page.locator('.do-it')
/** Opens the settings that have no room in their row. */
export const openMore = (page: Page) => page.getByRole('button', { name: 'More settings' }).click()
/** What has happened last, and why it is in the model. */
export const happened = (page: Page) => page.locator('.happened')
/** What the moment means for the rest of the walk. */
export const outlook = (page: Page) => page.locator('.outlook')
/** What can be done next, as the page lists it; the diagram has the same names. */
export const choice = (page: Page, name: string | RegExp) =>
  page.locator('button[data-press]').filter({ hasText: name })
