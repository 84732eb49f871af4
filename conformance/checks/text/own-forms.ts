import type { Locator } from '@playwright/test'
import { addNewcomer, toUsers } from '../bench/administration.ts'
import type { Bench } from '../bench/bench.ts'
import { account, toProtectedPage } from '../bench/journeys.ts'
import type { Person } from '../bench/person.ts'
import { judgeBodies, judgePage } from './judge-markup.ts'
import { MARKUP } from './markup.ts'
import { sendsBy } from './type-markup.ts'

const TEXT_FIELDS = [
  'textarea',
  'input:not([type])',
  ...['text', 'search', 'url', 'tel'].map((type) => `input[type=${type}]`),
]
  .map((field) => `${field}:visible:enabled:not([readonly])`)
  .join(', ')

/** Forms that no flow leads to: a name of one's own, or that of the organization, which others see on pages and in mails. */
export async function judgeForms(bench: Bench): Promise<void> {
  const { forms } = bench.target.pages ?? {}
  if (!forms) return bench.skip('forms', 'The profile names no further forms (pages.forms).')
  const administration = bench.optionalRole('administration')
  const isAdministrator = administration !== undefined && bench.canArrange(administration.administrator)
  const person = isAdministrator ? await bench.person(administration.administrator) : await account(bench)
  if (!isAdministrator) await toProtectedPage(person)
  for (const at of forms) await judgeForm(bench, person, at)
  await person.open(person.session.arranged.dashboard)
  await judgePage(bench, person, 'forms')
  if (!isAdministrator) return
  await toUsers(person)
  await judgePage(bench, person, 'forms')
  await judgeInvitation(bench, person)
}

/** The fields of the page that take any text. A page that a script draws may still be at it. */
export async function textFieldsOf({ page, patience }: Person): Promise<Locator[]> {
  const fields = page.locator(TEXT_FIELDS)
  await fields
    .first()
    .waitFor({ timeout: patience })
    .catch(() => undefined)
  return fields.all()
}

async function judgeForm(bench: Bench, person: Person, at: string): Promise<void> {
  await person.open(at)
  const fields = await textFieldsOf(person)
  if (fields.length === 0) return bench.unproven('forms', `There is no field for text at ${at}.`)
  for (const field of fields) await field.fill(`${await field.inputValue()}${MARKUP.typed}`)
  const isSent = await sendsBy(person, () => submit(person, fields[0] as Locator))
  await judgePage(bench, person, 'forms', isSent)
  await person.open(at)
  await textFieldsOf(person)
  await judgePage(bench, person, 'forms', isSent)
}

/** Sends the form of a field: by its button, or by the key where it has none. */
export async function submit({ patience }: Person, field: Locator): Promise<void> {
  const button = field
    .locator('xpath=ancestor::form[1]')
    .locator('button[type=submit], input[type=submit], button:not([type])')
    .first()
  if (await button.isVisible()) await button.click({ timeout: patience })
  else await field.press('Enter')
}

/** An invitation says who invites. */
async function judgeInvitation(bench: Bench, administrator: Person): Promise<void> {
  if (!bench.target.capabilities.includes('mailbox')) return
  const email = await addNewcomer(administrator)
  const { mailsTo } = administrator.session.mailbox()
  const mails = mailsTo ? await mailsTo(email) : await administrator.session.mailbox().mails()
  judgeBodies(bench, 'mails', await Promise.all(mails.map((mail) => mail.html())))
}
