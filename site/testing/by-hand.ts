import { expect, type Page } from '@playwright/test'
import type { Pack } from '../../machines/model/pack.ts'
import type { Controls } from '../../machines/model/perform.ts'
import { noteOf, sampleOf } from '../../machines/model/sample.ts'
import type { Field } from '../../machines/model/screen.ts'
import { commonValues, type Known, makeValue, withValues } from '../../machines/model/values.ts'
import { addressesOf } from '../simulator/model/addresses.ts'

/** The window in which model mode shows the product. */
export const product = (page: Page) => page.getByRole('region', { name: 'The product' })

const phone = (page: Page) => page.getByRole('region', { name: 'Authenticator app' })

/** The code that the phone shows; the QR code is scanned first where there is one. */
export async function codeOnPhone(page: Page): Promise<string> {
  const scan = phone(page).getByRole('button', { name: 'Scan the QR code' })
  const code = phone(page).locator('.code')
  await expect(scan.or(code).first()).toBeVisible()
  if ((await code.count()) === 0) await scan.click()
  await expect(code).toHaveText(/^\d{3} \d{3}$/)
  return (await code.textContent()) ?? ''
}

/** One person at a page in model mode, who does everything by hand. */
export class ByHand implements Controls {
  readonly #page: Page
  readonly #pack: Pack
  readonly #hasPassword: boolean
  #chosen = ''
  #openMail: string | undefined

  constructor(page: Page, pack: Pack, hasPassword: boolean) {
    this.#page = page
    this.#pack = pack
    this.#hasPassword = hasPassword
  }

  onScreen() {}

  async visit(address: string) {
    const typed = addressesOf(this.#pack)[address] ?? ''
    const bar = product(this.#page).getByRole('combobox', { name: 'Address' })
    await bar.fill(typed)
    await bar.press('Enter')
  }

  async openMail(screen: string, which: 'newest' | 'older' | 'used') {
    const mailbox = this.#page.getByRole('region', { name: 'Mailbox' })
    const heading = this.#pack.screens[screen]?.heading ?? ''
    const all = mailbox.locator('.mails').getByRole('button', { name: heading })
    if ((await all.count()) > 1) await all.nth(which === 'older' ? 1 : 0).click()
    this.#openMail = heading
  }

  async press(label: string) {
    const mail = this.#openMail
    this.#openMail = undefined
    if (mail !== undefined) {
      const body = this.#page.locator(`iframe[title="${mail}"]:not([inert])`).contentFrame()
      return body.getByRole('link', { name: label, exact: true }).first().click()
    }
    const window = product(this.#page)
    const named = { name: new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\??$`, 'i') }
    await window.getByRole('button', named).or(window.getByRole('link', named)).first().click()
  }

  async fill({ label, holds, options }: Field, value: string) {
    if (holds === 'new-password') this.#chosen = value
    const field = product(this.#page).getByLabel(label, { exact: true })
    if (options) await field.selectOption(value)
    else await field.fill(value)
  }

  async value(field: Field, symbol: string): Promise<string> {
    const { email, password, strong, weak } = sampleOf(this.#pack)
    const known: Known = {
      email,
      password: this.#hasPassword ? password : '',
      chosen: this.#chosen,
      passwords: { strong, weak },
      code: async (which) => {
        const shown = await codeOnPhone(this.#page)
        return which === 'wrong' ? shown.replace(/\d/g, (digit) => String((Number(digit) + 1) % 10)) : shown
      },
      note: (name) => noteOf(this.#pack, name),
    }
    return makeValue(withValues(commonValues, this.#pack.values), field, symbol, known)
  }

  async withKey(answer: 'touch' | 'cancel', action: () => Promise<void>) {
    await action()
    const key = this.#page.getByRole('region', { name: 'Security key' })
    const name = answer === 'touch' ? 'Touch the security key' : 'Cancel the browser’s prompt'
    await key.getByRole('button', { name }).click()
  }

  async advanceClock() {
    await this.#page.getByRole('region', { name: 'Clock' }).getByRole('button').first().click()
  }

  async signInAtProvider({ name, password }: { name: string; password: string }) {
    const inputs = product(this.#page).locator('form input:not([name=address])')
    await inputs.nth(0).fill(name)
    await inputs.nth(1).fill(password)
    await product(this.#page).getByRole('button', { name: 'Sign in' }).click()
  }

  async awaitMail(_: string, action: () => Promise<void>) {
    await action()
  }

  note() {}
  timesDone() {
    return 0
  }
  async canPress() {
    return false
  }
  async fillIfAsked() {}
  async credentials() {
    return { name: '', password: '' }
  }
  async isAskedAtProvider() {
    return false
  }
  demandsSignIn() {
    return false
  }
  async markMails() {}
  async expectNoMail() {}
  async keep() {}
  async as() {
    return this
  }
  async elsewhere() {}
  async walk() {}
  async reload() {}
}
