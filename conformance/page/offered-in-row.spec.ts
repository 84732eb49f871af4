import { expect, type Page, test } from '@playwright/test'
import { offeredInRow } from './offered-in-row.ts'
import { rowsOfAddress } from './row.ts'

const ADDRESS = 'bob@example.com'
const PRESS = `onclick="document.title = this.dataset.whose"`

/** What each row has beside its address, and what else the page needs. */
const lists: Record<string, { row: (whose: string) => string; rest?: string }> = {
  'a button in the row': { row: (whose) => `<button data-whose="${whose}" ${PRESS}>Resend</button>` },
  'a closed part of the row': {
    row: (whose) =>
      `<details><summary aria-label="Actions">…</summary><button data-whose="${whose}" ${PRESS}>Resend</button></details>`,
  },
  'a menu in the row': {
    row: (
      whose,
    ) => `<button aria-haspopup="menu" aria-expanded="false" onclick="this.nextElementSibling.hidden = false">…</button>
      <div role="menu" hidden><a role="menuitem" href="#" data-whose="${whose}" ${PRESS}>Resend</a></div>`,
  },
  'a menu that is drawn at the end of the page': {
    row: (whose) =>
      `<button aria-haspopup="menu" aria-expanded="false" onclick="draw('${whose}')">…</button>`,
    rest: `<script>const draw = (whose) => setTimeout(() => document.body.insertAdjacentHTML('beforeend',
      '<ul role="menu"><li role="menuitem" tabindex="0" data-whose="' + whose + '" onclick="document.title = this.dataset.whose">Resend</li></ul>'), 200)</script>`,
  },
}

const show = (page: Page, { row, rest = '' }: { row: (whose: string) => string; rest?: string }) =>
  page.setContent(
    `<title>-</title><h1>Users</h1><table>${['ada@example.com', ADDRESS]
      .map((email) => `<tr><td>${email}</td><td>${row(email)}</td></tr>`)
      .join('')}</table>${rest}`,
  )

for (const [what, list] of Object.entries(lists))
  test(`${what} offers it for its own user`, async ({ page }) => {
    await show(page, list)
    const control = await offeredInRow(rowsOfAddress(page, ADDRESS).first(), 'Resend')
    await control?.click()
    await expect(page).toHaveTitle(ADDRESS)
  })

test('what the menu of another row holds is not offered', async ({ page }) => {
  const other = `<details open><summary>…</summary><button>Resend</button></details>`
  const own = `<details><summary>…</summary><button>Edit</button></details>`
  await page.setContent(
    `<table><tr><td>ada@example.com</td><td>${other}</td></tr><tr><td>${ADDRESS}</td><td>${own}</td></tr></table>`,
  )
  const row = rowsOfAddress(page, ADDRESS).first()
  expect(await offeredInRow(row, 'Resend')).toBeUndefined()
  await expect(row.locator('details')).not.toHaveAttribute('open')
})
