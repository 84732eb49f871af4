import type { Frame, Locator, Page } from '@playwright/test'
import { boxesIn } from '../page/boxes.ts'
import { onElements } from '../page/in-page.ts'

const INPUT = 'input:visible'

/** The field for a one-time code that has no name: one box for each digit, or one field that browsers fill in themselves. */
export async function unnamedCode(frame: Frame): Promise<Locator | undefined> {
  const [first] = await boxesOf(frame)
  const field = first ?? frame.locator('input[autocomplete="one-time-code"]:visible').first()
  return (await field.isVisible()) ? field : undefined
}

/** The boxes for a code below a root, in their order; none where there is no such row. */
export async function boxesOf(root: Frame | Locator): Promise<Locator[]> {
  const inputs = root.locator(INPUT)
  return (await inputs.evaluateAll(onElements(boxesIn))).map((n) => inputs.nth(n))
}

/**
 * Types a code into its boxes, key by key as people do: some pages go to the next box by themselves, others do not, and some send
 * the form with the last digit.
 */
export async function typeIntoBoxes(page: Page, boxes: Locator[], code: string, patience: number) {
  for (const box of boxes) {
    if ((await box.inputValue({ timeout: patience })) === '') continue
    await box.focus()
    await page.keyboard.press('Backspace')
    if ((await box.inputValue()) !== '') await box.fill('', { timeout: patience })
  }
  for (const [n, character] of [...code].entries()) {
    const box = boxes[n]
    if (!box) return
    // The one that is focused already must not be focused again: its page may have a reason.
    if (!(await box.evaluate((input) => input.matches(':focus')))) await box.focus({ timeout: patience })
    await page.keyboard.press(character)
  }
}
