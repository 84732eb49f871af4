import { expect, test } from '@playwright/test'
import { readValue } from './read-value.ts'
import { sessionAt } from './testing/session-at.ts'

const tables = {
  cells: `<table><tr><th>Name</th><th>Value</th><th>Id</th></tr>
    <tr><td>A</td><td>s3cret</td><td>7</td></tr></table>`,
  'a row header': `<table><thead><tr><th>Name</th><th>Value</th><th>Id</th></tr></thead>
    <tbody><tr><th scope="row">A</th><td>s3cret</td><td>7</td></tr></tbody></table>`,
  'roles, below another table': `<table><tr><th>Name</th></tr><tr><td>not this</td></tr></table>
    <div role="grid"><div role="row"><span role="columnheader">Name</span><span role="columnheader">Value</span></div>
    <div role="row"><span role="gridcell">A</span><span role="gridcell">s3cret</span></div></div>`,
}

for (const [name, table] of Object.entries(tables))
  test(`a value is read from a table of ${name}`, async ({ page }) => {
    expect(await readValue(await sessionAt(page, table), { column: 'Value' })).toBe('s3cret')
  })

test('a value is read next to its term', async ({ page }) => {
  const list = '<dl><dt>Client ID</dt><dd> 42 </dd><dt>Tenant ID</dt><dd>43</dd></dl>'
  expect(await readValue(await sessionAt(page, list), { term: 'Client ID' })).toBe('42')
})
