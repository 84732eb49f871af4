import { expect, test } from '@playwright/test'
import type { Person } from '../bench/person.ts'
import { openChangeForm } from './change-form.ts'

const form = `<form><label>Current password <input type="password"></label>
  <label>New password <input type="password" autocomplete="new-password"></label><button>Save</button></form>`

for (const [what, wait] of [
  ['is there at once', 0],
  ['a script draws a while later', 700],
] as const)
  test(`the form for another password is found that ${what}`, async ({ page }) => {
    const open = () =>
      page.setContent(
        `<main></main><script>
          setTimeout(() => { document.querySelector('main').innerHTML = ${JSON.stringify(form)} }, ${wait})
        </script>`,
      )
    const person = { page, open, patience: 5_000, bench: { pages: () => '/me' } } as unknown as Person
    const { current, fresh } = await openChangeForm(person)
    expect(current).toBeDefined()
    expect(fresh).toHaveLength(1)
  })

test('where no form comes, that is said', async ({ page }) => {
  const open = () => page.setContent('<main></main>')
  const person = { page, open, patience: 500, bench: { pages: () => '/me' } } as unknown as Person
  await expect(openChangeForm(person)).rejects.toThrow('There is no form for a new password.')
})
