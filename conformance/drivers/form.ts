import type { Locator, Page } from '@playwright/test'
import { nearest } from './label.ts'
import { inWords, look, type Sight } from './sight.ts'

const PAUSE = 50

/** What the documentation names is not on the page. Counts against the target, not against the harness. */
export class NotThere extends Error {
  readonly expected: string
  readonly observed: string

  /** @param instead what is there, or a look at it */
  constructor(expected: string, instead: Sight | string) {
    const observed = typeof instead === 'string' ? instead : inWords(instead)
    super(`${expected} is not there: there is ${observed}.`)
    this.name = 'NotThere'
    this.expected = expected
    this.observed = observed
  }
}

/** Types into the field of that label, or chooses in a list, and answers the name that it really has. */
export async function fill(page: Page, label: string, value: string, patience: number): Promise<string> {
  const field = (name: string) =>
    page
      .getByLabel(name, { exact: true })
      .or(page.getByPlaceholder(name, { exact: true }))
      .and(page.locator('input, textarea, select'))
  const { name, locator } = await find(page, field, ['fields'], label, patience, `a field “${label}”`)
  if (await locator.evaluate(({ tagName }) => tagName === 'SELECT')) await choose(page, locator, value)
  else await locator.fill(value, { timeout: patience })
  return name
}

async function choose(page: Page, list: Locator, wanted: string) {
  const options = await list.locator('option').allTextContents()
  const found = nearest(wanted, options)
  if (!found) throw new NotThere(`a choice “${wanted}”`, await look(page))
  await list.selectOption({ label: found.name })
}

/** Clicks the button or the link of that name, and answers the name that it really has. */
export async function press(page: Page, label: string, patience: number): Promise<string> {
  const pressed = (name: string) =>
    page.getByRole('button', { name, exact: true }).or(page.getByRole('link', { name, exact: true }))
  const kinds = ['buttons', 'links'] as const
  const { name, locator } = await find(page, pressed, kinds, label, patience, `a button or a link “${label}”`)
  await locator.click({ timeout: patience })
  return name
}

/** Forms may be put up by script after the page has loaded: looks again until the label is there. */
async function find(
  page: Page,
  locate: (name: string) => Locator,
  kinds: readonly ('fields' | 'buttons' | 'links')[],
  label: string,
  patience: number,
  called: string,
) {
  const visible = (name: string) => locate(name).filter({ visible: true }).first()
  // The usual case, without a look at the whole page.
  if (await visible(label).isVisible()) return { name: label, locator: visible(label) }
  const until = Date.now() + patience
  for (;;) {
    const sight = await look(page)
    const there = kinds.flatMap((kind) => sight[kind])
    const found = nearest(label, there)
    if (found) return { name: found.name, locator: visible(found.name) }
    if (Date.now() > until) throw new NotThere(called, sight)
    await page.waitForTimeout(PAUSE)
  }
}
