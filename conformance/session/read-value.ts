import type { Reading } from '../../machines/model/event.ts'
import type { Session } from './session.ts'

/**
 * Reads a value from the page: what is next to a term, or in the first row below a column's heading. A row may begin with a
 * row header, and a table may be made of ARIA roles.
 */
export async function readValue(session: Session, where: Reading): Promise<string> {
  const { page, patience } = session
  if ('term' in where) {
    const term = page.locator('dt', { hasText: where.term }).locator('xpath=following-sibling::dd[1]')
    return (await term.innerText({ timeout: patience })).trim()
  }
  const heading = page.getByRole('columnheader', { name: where.column, exact: true })
  const column = await heading.evaluate(
    (cell) => [...(cell.parentElement?.children ?? [])].indexOf(cell),
    undefined,
    { timeout: patience },
  )
  const rows = page.locator('table, [role=table], [role=grid]').filter({ has: heading }).getByRole('row')
  const first = rows.filter({ hasNot: page.getByRole('columnheader') }).first()
  return (await first.locator(':scope > *').nth(column).innerText({ timeout: patience })).trim()
}
