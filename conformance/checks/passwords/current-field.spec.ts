import { expect, test } from '@playwright/test'
import { currentFieldOf } from './current-field.ts'

/** A form of password fields: the attributes of each, and its label. */
const form = (...fields: [attributes: string, label?: string][]) =>
  fields
    .map(([attributes, label = '']) => `<label>${label} <input type="password" ${attributes}></label>`)
    .join('')

for (const [what, html, at] of [
  ['by its autocomplete', form(['autocomplete=new-password'], ['autocomplete=current-password']), 1],
  [
    'by its label, wherever it is',
    form(['', 'New'], ['', 'once again'], ['', 'Confirm current password']),
    2,
  ],
  [
    'by its name',
    form(['name="user[password]"'], ['name="user[repeated]"'], ['name="user[old_password]"']),
    2,
  ],
  ['by a name in camel case', form(['name=passwordNew'], ['name=passwordCurrent']), 1],
  ['by its place, where nothing else says it', form([''], [''], ['']), 0],
  ['nowhere among two fields', form([''], ['']), -1],
  ['nowhere among new ones', form(['autocomplete=new-password'], ['autocomplete=new-password'], ['']), -1],
  ['not by a word that only holds another', form(['name=threshold'], ['name=bold']), -1],
] as const)
  test(`the current password is found ${what}`, async ({ page }) => {
    await page.setContent(html)
    const fields = await page.locator('input').all()
    const found = await currentFieldOf(fields, undefined)
    expect(found ? fields.indexOf(found) : -1).toBe(at)
  })

test('the label that a profile gives comes first, and must be there', async ({ page }) => {
  await page.setContent(form(['autocomplete=current-password', 'A'], ['', 'Heslo']))
  const fields = await page.locator('input').all()
  expect(await currentFieldOf(fields, 'Heslo')).toBe(fields[1])
  await expect(currentFieldOf(fields, 'Staré heslo')).rejects.toThrow('has no field “Staré heslo”')
})
