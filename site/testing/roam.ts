import type { Locator, Page } from '@playwright/test'

/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
export function numbersOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const typed = ['', 'x', 'somebody@example.com', 'eleven quiet windows', '000000', '<b>me</b>']

/** Something that a reader does on the page of a flow, in words for a report. */
export type Doing = [said: string, act: () => Promise<unknown>]

/** What somebody who tries everything does next. @param product the window that shows the product */
export async function roam(page: Page, product: Locator, number: () => number): Promise<string> {
  const pick = <Thing>(things: readonly Thing[]) => things[Math.floor(number() * things.length)] as Thing
  const one = async (called: string, selector: string, inside = page.locator('body')) => {
    const all = await inside.locator(`:is(${selector}):visible`).all()
    return all.length > 0 ? ([called, pick(all)] as const) : undefined
  }
  const kinds: (() => Promise<Doing | undefined>)[] = [
    async () => press(await one('a choice', 'button[data-press]')),
    async () => press(await one('a choice', 'button[data-press]')),
    async () => press(await one('in the product', 'button, a[href]', product)),
    async () => press(await one('in the product', 'button, a[href]', product)),
    async () => {
      const field = await one('a field', 'input:not([name=address]), select', product)
      const noted = await page.getByRole('region', { name: 'Notes' }).getByRole('code').allTextContents()
      const text = pick([...typed, ...noted, ...noted])
      return field && [`types “${text}” into ${field[0]}`, () => fill(field[1], text)]
    },
    async () => press(await one('the transport', '.transport button:enabled')),
    async () => press(await one('a step', '.procedure button')),
    async () => press(await one('beside the product', '.thing button:enabled')),
    async () =>
      press(
        await one(
          'in the mail',
          'a',
          page.locator('iframe:not([inert])').first().contentFrame().locator('body'),
        ),
      ),
    async () => {
      const bar = page.locator('.browser-address input:visible').first()
      const known = await page.locator('.browser-address option').evaluateAll(values)
      const address = pick([...known, ...known, 'elsewhere.example/attic'])
      return [`opens “${address}”`, () => visit(bar, address)]
    },
    async () => press(await one('which starts over', '.start-over')),
    async () => ['goes back', () => back(page)],
    async () => ['goes forward', () => page.goForward()],
    async () => ['reloads', () => page.reload()],
    async () => ['presses →', () => page.keyboard.press('ArrowRight')],
    async () => ['presses ←', () => page.keyboard.press('ArrowLeft')],
  ]
  const [said, act] = (await pick(kinds)()) ?? ['looks', async () => {}]
  // What has gone meanwhile cannot be pressed.
  await act().catch(() => undefined)
  return said
}

type Found = readonly [called: string, element: Locator]

async function press(found: Found | undefined): Promise<Doing | undefined> {
  if (!found) return undefined
  const [called, element] = found
  const name = (await element.textContent({ timeout: 2_000 }).catch(() => null))?.trim() ?? ''
  return [`presses “${name}”, ${called}`, () => element.click({ timeout: 2_000 })]
}

async function fill(element: Found[1], value: string): Promise<void> {
  const options = await element.locator('option').allTextContents()
  if (options.length > 0) await element.selectOption({ index: value.length % options.length })
  else await element.fill(value, { timeout: 2_000 })
}

const values = (options: Element[]) => options.map((option) => option.getAttribute('value') ?? '')

async function visit(bar: Locator, address: string): Promise<void> {
  await bar.fill(address, { timeout: 2_000 })
  await bar.press('Enter')
}

/** A person who leaves the flow comes back to it. */
async function back(page: Page): Promise<void> {
  const { pathname } = new URL(page.url())
  await page.goBack()
  if (new URL(page.url()).pathname !== pathname) await page.goForward()
}
