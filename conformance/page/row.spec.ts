import { expect, test } from '@playwright/test'
import { rowsOfAddress, textOfRow } from './row.ts'

const lists = {
  'a table': `<table><tr><th>User</th><th>Role</th></tr><tr><td>ada@example.com</td><td>Viewer</td></tr>
    <tr><td>bob@example.com</td><td>Editor</td></tr></table>`,
  'a list':
    '<ul><li><b>ada@example.com</b><i>Viewer</i></li><li><b>Bob@example.com</b><i>Editor</i></li></ul>',
  cards: `<main><div><div><p>ada@example.com</p><p>Viewer</p></div><div><p>bob@example.com</p><p>Editor</p></div></div></main>`,
  'a list with controls': `<ul><li>ada@example.com</li><li>bob@example.com <button>Make Viewer</button>
    <select><option>Viewer</option><option selected>Editor</option></select></li></ul>`,
}

for (const [what, html] of Object.entries(lists))
  test(`the row of an address is found in ${what}`, async ({ page }) => {
    await page.setContent(`<h1>Users</h1>${html}`)
    const row = rowsOfAddress(page, 'bob@example.com').first()
    expect((await textOfRow(row)).toLowerCase()).toBe('bob@example.com editor')
    await expect(rowsOfAddress(page, "o'neil@example.com")).toHaveCount(0)
  })
