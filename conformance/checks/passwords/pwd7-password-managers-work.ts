import type { Locator } from '@playwright/test'
import type { Act } from '../../../machines/model/roles.ts'
import { answersDuring } from '../bench/answers.ts'
import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { account, enterPassword, isHeldAtPassword, toPassword, toProtectedPage } from '../bench/journeys.ts'
import {
  atNewPassword,
  type MailedKind,
  mailedKinds,
  setPassword,
  wayToPassword,
  whyNoLink,
} from '../bench/new-password.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { defineCheck } from '../check.ts'
import { openChangeForm } from './change-form.ts'
import { withFirst, withLast } from './repeated.ts'

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
  uses: ['codes', 'session'],
  needs: ['mailbox'],
  seconds: 120,
  claims: {
    hidden: 'what is typed is hidden',
    autofill: 'autofill is not blocked',
    paste: 'a password can be pasted',
    repeated: 'no answer to a wrong password repeats that password',
    refused: 'no answer to a new password that is refused repeats that password',
  },
  async prove(bench) {
    for (const kind of mailedKinds.filter((kind) => whyNoLink(bench, kind) === undefined))
      await proveForm(bench, kind)
    const person = await atNewPassword(bench)
    await setPassword(person)
    await toPassword(person)
    await proveFields(bench, person, 'the login')
    await proveHidden(person, person.role('login').enterPassword('new'), 'the login')
    await proveUnrepeated(bench, person)
    await proveChange(bench)
  },
})

async function proveForm(bench: Bench, kind: MailedKind) {
  const person = await atNewPassword(bench, kind)
  const where = `a new password (${kind})`
  await proveFields(bench, person, where)
  await proveHidden(person, wayToPassword(bench, kind).choosePassword, where)
  const refused = await atNewPassword(bench, kind)
  await proveRefusedUnrepeated(bench, refused, kind).catch((error: unknown) => {
    if (!(error instanceof Unproven)) throw error
    bench.skip('refused', error.message)
  })
}

/** Types a password wherever an act has one: each of these fields must hide it. */
async function proveHidden(person: Person, { screen, fill = {} }: Act, where: string) {
  person.session.choosePassword(WRONG)
  await person.perform({ screen, fill })
  const shown = await person.page
    .locator('input:visible:not([type=password])')
    .evaluateAll(
      (inputs, typed) => inputs.some((input) => (input as HTMLInputElement).value === typed),
      WRONG,
    )
  person.bench.claim('hidden', !shown, `a field for ${where} shows it`)
}

/** Two passwords that differ are refused, whatever they are. */
async function proveRefusedUnrepeated(bench: Bench, person: Person, kind: MailedKind) {
  const sent = await person.interceptRequest(() => setPassword(person, WRONG, kind))
  if (withLast(sent, WRONG, '').body === withFirst(sent, WRONG, '').body)
    return bench.skip('refused', 'The page sends the password once.')
  const jar = await Jar.of(person)
  const { body, error } = await jar.sendFresh(sent, (fresh) => withLast(fresh, WRONG, `${WRONG}x`))
  await jar.close()
  if (error === undefined) bench.skip('refused', 'Two passwords that differ bring no error.')
  else bench.claim('refused', !body.includes(WRONG), `one does (${kind})`)
}

/** Someone who is logged in, at the form that changes the password. */
async function proveChange(bench: Bench) {
  if (!bench.target.pages?.changePassword || !bench.optionalRole('session')) return
  const person = await account(bench)
  await toProtectedPage(person)
  const { fresh } = await openChangeForm(person)
  bench.claim('hidden', fresh.length > 0, 'no field for a changed password hides it')
  await proveFields(bench, person, 'a changed password')
}

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
