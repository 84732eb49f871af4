import { expect, test } from '@playwright/test'
import type { Person } from '../bench/person.ts'
import { textFieldsOf } from './own-forms.ts'

const form = '<form><label>Name <input></label><label>Address <input type="email"></label></form>'

for (const [what, wait] of [
  ['is there at once', 0],
  ['a script draws a while later', 700],
] as const)
  test(`a field for text is found that ${what}`, async ({ page }) => {
    await page.setContent(
      `<main></main><script>
        setTimeout(() => { document.querySelector('main').innerHTML = ${JSON.stringify(form)} }, ${wait})
      </script>`,
    )
    expect(await textFieldsOf({ page, patience: 5_000 } as Person)).toHaveLength(1)
  })

test('a page without any has none', async ({ page }) => {
  await page.setContent('<main>Nothing to type</main>')
  expect(await textFieldsOf({ page, patience: 500 } as Person)).toEqual([])
})
