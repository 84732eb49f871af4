import type { Locator } from '@playwright/test'
import type { Bench } from '../bench/bench.ts'
import { choosePassword, goodPassword, newcomer, toPassword } from '../bench/journeys.ts'
import type { Person } from '../bench/person.ts'
import { defineCheck } from '../check.ts'

const PASTED = 'pasted from a manager'

export const pwd7 = defineCheck({
  id: 'PWD7',
  title: 'Password fields hide what is typed, take what is pasted, and do not turn password managers away',
  source: '6.2.6; 6.2.7',
  level: 'MUST',
  asvsLevel: 1,
  needs: ['mailbox'],
  async prove(bench) {
    const person = await newcomer(bench)
    await proveFields(bench, person, 'a new password')
    await choosePassword(person, goodPassword(bench))
    await toPassword(person)
    await proveFields(bench, person, 'the login')
  },
})

async function proveFields(bench: Bench, { page }: Person, where: string) {
  const fields = await page.locator('input[type=password]:visible').all()
  bench.claim(`what is typed for ${where} is hidden`, fields.length > 0)
  for (const field of fields) {
    const blocked = await field.evaluate((input) => input.closest('[autocomplete=off]') !== null)
    bench.claim(`autofill for ${where} is not blocked`, !blocked)
    await field.fill('')
    await paste(field)
    bench.claim(`a password for ${where} can be pasted`, (await field.inputValue()) === PASTED)
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
