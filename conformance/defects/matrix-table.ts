import { markdownTable } from '../report/markdown-table.ts'

/** What one check of the tenant with a defect, or of the sound one, showed. */
export interface MatrixRow {
  /** Of the defect; `–` for the sound tenant. */
  id: string
  title: string
  caught: string
  outcome: string
  /** Day of the check: `2026-11-24`. */
  on: string
}

const HEADS = ['defect', 'what is wrong then', 'caught by', '', 'on']

/** The rows of a table that {@link matrixTable} made; none where the text holds no such table. */
export const readMatrix = (text: string): MatrixRow[] =>
  text.split('\n').flatMap((line) => {
    const [id = '', title = '', caught = '', outcome = '', on = ''] = line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim())
    return /^\d{4}-\d\d-\d\d$/.test(on) ? [{ id, title, caught, outcome, on }] : []
  })

/**
 * The rows of today in place of the earlier ones: a whole matrix takes hours, and may be made in parts.
 * @param ids of everything that belongs in the table, in order
 */
export function mergeMatrix(ids: readonly string[], before: MatrixRow[], today: MatrixRow[]): MatrixRow[] {
  const rows = new Map([...before, ...today].map((row) => [row.id, row]))
  return ids.flatMap((id) => rows.get(id) ?? [])
}

export const matrixTable = (rows: MatrixRow[]): string =>
  markdownTable(
    HEADS,
    rows.map(({ id, title, caught, outcome, on }) => [id, title, caught, outcome, on]),
  )
