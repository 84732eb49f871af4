import type { Reading } from '../../machines/model/event.ts'
import type { Session } from './session.ts'

/** Reads a value from the page: what is next to a term, or in the first row below a column's heading. */
export async function readValue(session: Session, where: Reading): Promise<string> {
  const { page, patience } = session
  if ('term' in where) {
    const term = page.locator('dt', { hasText: where.term }).locator('xpath=following-sibling::dd[1]')
    return (await term.innerText({ timeout: patience })).trim()
  }
  const header = page.getByRole('columnheader', { name: where.column, exact: true })
  const column = await header.evaluate((cell: HTMLTableCellElement) => cell.cellIndex, undefined, {
    timeout: patience,
  })
  return (await page.getByRole('row').nth(1).getByRole('cell').nth(column).innerText()).trim()
}
