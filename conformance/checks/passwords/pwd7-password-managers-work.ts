import type { Locator } from '@playwright/test'
import type { Bench } from '../bench/bench.ts'
import { toPassword } from '../bench/journeys.ts'
import { atNewPassword, mailedKinds, setPassword } from '../bench/new-password.ts'
import type { Person } from '../bench/person.ts'
import { defineCheck } from '../check.ts'

const PASTED = 'pasted from a manager'

export const pwd7 = defineCheck({
  id: 'PWD7',
  title: 'Password fields hide what is typed, accept what is pasted, and work with password managers',
  source: '6.2.6; 6.2.7',
  level: 'MUST',
  asvsLevel: 1,
  roles: [mailedKinds, 'login'],
  uses: ['codes'],
  needs: ['mailbox'],
  claims: {
    hidden: 'what is typed is hidden',
    autofill: 'autofill is not blocked',
    paste: 'a password can be pasted',
  },
  async prove(bench) {
    const person = await atNewPassword(bench)
    await proveFields(bench, person, 'a new password')
    await setPassword(person)
    await toPassword(person)
    await proveFields(bench, person, 'the login')
  },
})

async function proveFields(bench: Bench, { page }: Person, where: string) {
  const fields = await page.locator('input[type=password]:visible').all()
  bench.claim('hidden', fields.length > 0, `no field for ${where} hides it`)
  for (const field of fields) {
    const blocked = await field.evaluate((input) => input.closest('[autocomplete=off]') !== null)
    bench.claim('autofill', !blocked, `it is, for ${where}`)
    await field.fill('')
    await paste(field)
    bench.claim('paste', (await field.inputValue()) === PASTED, `it cannot, for ${where}`)
    await field.fill('')
  }
}

/** Pastes as the keyboard would: the page is asked first and may say no, then the text goes in. */
async function paste(field: Locator) {
  await field.focus()
  await field.evaluate((input, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    const asked = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    if (input.dispatchEvent(asked)) document.execCommand('insertText', false, text)
  }, PASTED)
}
