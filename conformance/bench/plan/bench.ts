import { contest, type Result } from './contest.ts'
import { contestants } from './contestants.ts'
import { coverageTable } from './coverage-table.ts'
import { subjects } from './subjects.ts'
import { markdownTable, milliseconds, ratio } from './table.ts'

const heads = [
  '',
  'transitions covered',
  'paths',
  'steps',
  'cost',
  'cost ÷ lower bound',
  'time',
  'graph given',
]

/** Everyone plans everything, side by side; answers with one table for each subject and one for the other coverages. */
export async function planBench(): Promise<string> {
  const parts: string[] = []
  for (const subject of Object.keys(subjects)) {
    const rows: string[][] = []
    for (const contestant of Object.keys(contestants)) {
      console.error(`${subject}: ${contestant}`)
      rows.push([contestant, ...cellsOf(await contest({ contestant, subject }))])
    }
    parts.push(`**${subject}**\n\n${markdownTable(heads, rows)}`)
  }
  return [...parts, coverageTable()].join('\n\n')
}

function cellsOf(result: Result | string): string[] {
  if (typeof result === 'string') return [result, '–', '–', '–', '–', '–', '–']
  const { covered, transitions, paths, steps, cost, lowerBound, time, given } = result
  return [
    `${covered} of ${transitions}`,
    `${paths}`,
    `${steps}`,
    `${cost}`,
    covered < transitions ? 'not all covered' : ratio(cost, lowerBound),
    milliseconds(time),
    given === undefined ? '–' : milliseconds(given),
  ]
}
