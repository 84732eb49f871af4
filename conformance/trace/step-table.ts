import type { RootContent, Table, TableCell, TableRow } from 'mdast'
import { numberBefore } from './bare-number.ts'
import { isInstruction } from './ordered-list.ts'
import { inlineText, oneLine } from './plain-text.ts'
import { type StepLabel, stepLabelOf } from './step-label.ts'
import type { ShownStep } from './steps-component.ts'

const bare = /^\s*\p{Nd}{1,3}\s*[.):：]?\s*$/u

const cellOf = (row: TableRow, column: number): TableCell | undefined => row.children[column]
const textOf = (row: TableRow, column: number) => oneLine(inlineText(cellOf(row, column)?.children ?? []))

/** The number that a cell begins with: "1", "2.", "Step 3", or "4. Open it" where an instruction follows. */
function labelIn(text: string): StepLabel | undefined {
  if (bare.test(text))
    return { number: Number.parseInt(text, 10), suffix: '', separator: '', length: text.length }
  const label = stepLabelOf(text)
  if (label) return label
  const number = numberBefore(text)
  return number && isInstruction(text.slice(number.length)) ? number : undefined
}

/** A row of a table, or several that have one number together. */
interface Numbered {
  number: number
  /** The row with the number, and those below it that have none. */
  rows: TableRow[]
}

/** The rows by the numbers of this column; undefined where they do not count from 1. */
function numberedBy(column: number, rows: TableRow[]): Numbered[] | undefined {
  const all: Numbered[] = []
  for (const row of rows) {
    const text = textOf(row, column)
    const last = all.at(-1)
    const number = labelIn(text)?.number
    if (number === undefined && text === '' && last) last.rows.push(row)
    else if (number === undefined || number !== (last ? last.number + 1 : Math.min(number, 1)))
      return undefined
    else all.push({ number, rows: [row] })
  }
  return all
}

const instructionIn = (row: TableRow, column: number) => {
  const text = textOf(row, column)
  return text.slice(labelIn(text)?.length ?? 0)
}

/** At least this share of the rows ask for an action, else the table tells facts. */
const INSTRUCTIONS = 0.5

/** What a column of numbers is called. */
const named = /^(?:steps?|no\.?|nr\.?|#|№|schritt|paso|passo|étape|手順|步骤)(?!\p{L})/iu

function asStep({ number, rows: [first, ...more] }: Numbered, column: number): ShownStep[] {
  if (!first) return []
  const others = [
    ...first.children.filter((cell, n) => n !== column && !labelIn(oneLine(inlineText(cell.children)))),
    ...more.flatMap(({ children }) => children),
  ]
  const below = others
    .filter(({ children }) => inlineText(children) !== '')
    .map(
      ({ children, position }): RootContent => ({
        type: 'paragraph',
        children,
        ...(position && { position }),
      }),
    )
  const nodes = first.children.slice(column, column + 1)
  const text = instructionIn(first, column)
  return [{ step: { number, text, form: 'table', line: first.position?.start.line ?? 1, nodes }, below }]
}

/**
 * The steps of a table whose rows are numbered from 1 and tell what to do, whichever columns have that; undefined for any
 * other table.
 */
export function stepsInTable({ children }: Table): ShownStep[] | undefined {
  const [head, ...body] = children
  if (!head) return undefined
  const columns = head.children.map((_, column) => column)
  for (const column of columns) {
    // A table in HTML may have no row of names.
    const rows = labelIn(textOf(head, column))?.number === 1 ? children : body
    const numbered = numberedBy(column, rows)
    const isNamed = named.test(textOf(head, column))
    if (!numbered || numbered.length < (isNamed ? 1 : 2)) continue
    const shareOf = (other: number) =>
      numbered.filter(({ rows: [first] }) => first && isInstruction(instructionIn(first, other))).length /
      numbered.length
    const [told] = columns.toSorted((a, b) => shareOf(b) - shareOf(a))
    if (told === undefined || shareOf(told) < (isNamed ? INSTRUCTIONS / 2 : INSTRUCTIONS)) continue
    return numbered.flatMap((one) => asStep(one, told))
  }
  return undefined
}
