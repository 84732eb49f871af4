import type { Locator } from '@playwright/test'
import { answersDuring } from '../bench/answers.ts'
import type { Bench } from '../bench/bench.ts'
import { enterPassword, isHeldAtPassword, toPassword } from '../bench/journeys.ts'
import { atNewPassword, mailedKinds, setPassword } from '../bench/new-password.ts'
import type { Person } from '../bench/person.ts'
import { defineCheck } from '../check.ts'

const PASTED = 'pasted from a manager'
/** The same in a page, in JSON and in an address. */
const WRONG = 'typed-by-mistake-4711-Amber'

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
    repeated: 'no answer to a wrong password repeats that password',
  },
  async prove(bench) {
    const person = await atNewPassword(bench)
    await proveFields(bench, person, 'a new password')
    await setPassword(person)
    await toPassword(person)
    await proveFields(bench, person, 'the login')
    await proveUnrepeated(bench, person)
  },
})

async function proveUnrepeated(bench: Bench, person: Person) {
  let error: string | undefined
  const answers = await answersDuring(person, async () => {
    person.session.choosePassword(WRONG)
    error = await person.errorAfter(() => enterPassword(person, 'new'))
  })
  if (answers.some((answer) => answer.includes(WRONG))) bench.claim('repeated', false, 'one does')
  else if (error !== undefined && (await isHeldAtPassword(person))) bench.claim('repeated', true)
  else bench.unproven('repeated', 'A wrong password brings no error, so it may not have been sent.')
}

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
