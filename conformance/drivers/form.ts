import type { Locator, Page } from '@playwright/test'
import { nearest } from './label.ts'
import { inWords, look, type Sight } from './sight.ts'

/** What the documentation names is not on the page. Counts against the target, not against the harness. */
export class NotThere extends Error {
  readonly expected: string
  readonly observed: string

  constructor(expected: string, sight: Sight) {
    super(`${expected} is not there: there is ${inWords(sight)}.`)
    this.name = 'NotThere'
    this.expected = expected
    this.observed = inWords(sight)
  }
}

/** Types into the field of that label, and answers the name that it really has. */
export async function fill(page: Page, label: string, value: string, patience: number): Promise<string> {
  const name = await nameOf(page, ['fields'], label, patience, `a field “${label}”`)
  const field = page.getByLabel(name, { exact: true }).or(page.getByPlaceholder(name, { exact: true }))
  await visible(field.and(page.locator('input, textarea, select'))).fill(value, { timeout: patience })
  return name
}

/** Clicks the button or the link of that name, and answers the name that it really has. */
export async function press(page: Page, label: string, patience: number): Promise<string> {
  const kinds = ['buttons', 'links'] as const
  const name = await nameOf(page, kinds, label, patience, `a button or a link “${label}”`)
  const target = page
    .getByRole('button', { name, exact: true })
    .or(page.getByRole('link', { name, exact: true }))
  await visible(target).click({ timeout: patience })
  return name
}

const visible = (locator: Locator) => locator.filter({ visible: true }).first()

/** Forms may be put up by script after the page has loaded: looks again until the label is there. */
async function nameOf(
  page: Page,
  kinds: readonly ('fields' | 'buttons' | 'links')[],
  label: string,
  patience: number,
  called: string,
) {
  const until = Date.now() + patience
  for (;;) {
    const sight = await look(page)
    const found = nearest(
      label,
      kinds.flatMap((kind) => sight[kind]),
    )
    if (found) return found.name
    if (Date.now() > until) throw new NotThere(called, sight)
    await page.waitForTimeout(50)
  }
}
