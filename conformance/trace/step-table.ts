import type { Table, TableRow } from 'mdast'
import type { NewStep } from './open-procedure.ts'
import { isInstruction } from './ordered-list.ts'
import { inlineText, oneLine } from './plain-text.ts'
import { stepLabelOf } from './step-label.ts'

const bare = /^\s*(\d{1,3})\s*[.):]?\s*$/

const textOf = (row: TableRow, cell: number) => inlineText(row.children[cell]?.children ?? [])

/** The number in the first cell of a row: "1", "2.", "Step 3". */
function numberOf(row: TableRow): number | undefined {
  const text = oneLine(textOf(row, 0))
  const label = stepLabelOf(text)
  if (label) return label.length === text.length ? label.number : undefined
  const number = bare.exec(text)?.[1]
  return number === undefined ? undefined : Number(number)
}

/** At least this share of the rows ask for an action, else the table tells facts. */
const INSTRUCTIONS = 0.5

/** The steps of a table whose rows are numbered from 1 and tell what to do; undefined for any other table. */
export function stepsInTable({ children: [head, ...rows] }: Table): NewStep[] | undefined {
  if (rows.length < 2 || rows.some((row, n) => numberOf(row) !== n + 1)) return undefined
  const isNamed = head !== undefined && /^steps?\b/i.test(textOf(head, 0))
  const instructions = rows.filter((row) => isInstruction(textOf(row, 1))).length
  if (instructions / rows.length < (isNamed ? INSTRUCTIONS / 2 : INSTRUCTIONS)) return undefined
  return rows.map((row, n) => ({
    number: n + 1,
    text: textOf(row, 1),
    form: 'table',
    line: row.position?.start.line ?? 1,
    nodes: row.children.slice(1, 2),
  }))
}
