import type { Browser, Page } from '@playwright/test'
import { expect } from '@playwright/test'

export const desktop = { width: 1440, height: 900 }
export const phone = { width: 390, height: 844 }

/** Windows of separate browsers, each with storage of its own. */
export class Windows {
  readonly #browser: Browser
  readonly #pages: Page[] = []
  readonly #baseURL: string

  constructor(browser: Browser, baseURL: string) {
    this.#browser = browser
    this.#baseURL = baseURL
  }

  async open(path: string, viewport = desktop): Promise<Page> {
    const context = await this.#browser.newContext({
      viewport,
      baseURL: this.#baseURL,
      acceptDownloads: true,
    })
    const page = await context.newPage()
    page.on('dialog', (dialog) => void dialog.accept())
    await page.goto(path)
    this.#pages.push(page)
    return page
  }

  async close() {
    for (const page of this.#pages) await page.context().close()
  }
}

/** Creates a class by hand, as a trainer does. */
export async function createClass(page: Page, title: string, flowTitle: string): Promise<string> {
  await page.getByLabel('What the class is called').fill(title)
  await page.getByLabel('Begin with').selectOption({ label: flowTitle })
  await page.getByRole('button', { name: 'Create the class' }).click()
  await expect(page).toHaveURL(/\/class\/lead\/$/)
  const code = await page.locator('.join-code strong').textContent()
  return (code ?? '').replace(' ', '')
}

/** Joins by the code; an empty name gets one. */
export async function joinClass(page: Page, code: string, name = ''): Promise<void> {
  await page.getByLabel('Code').fill(code)
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Join' }).click()
}

export const row = (trainer: Page, name: string) =>
  trainer.locator('.row').filter({ has: trainer.getByRole('button', { name, exact: true }) })

/** Opens one of the trainer’s tabs. */
export const openTab = (trainer: Page, name: string) =>
  trainer.getByRole('navigation', { name: 'Class' }).getByRole('button', { name, exact: true }).click()

/** The link behind the word in the trainer’s menu. */
export async function linkIn(trainer: Page, name: string): Promise<string> {
  const menu = trainer.locator('.trainer-acts .room-more')
  await menu.locator('summary').click()
  const href = await menu.getByRole('link', { name }).getAttribute('href')
  await menu.locator('summary').click()
  return href ?? ''
}
