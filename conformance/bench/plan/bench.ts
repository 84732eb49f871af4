import { markdownTable, milliseconds, ratio } from '../../report/markdown-table.ts'
import { contest, type Result } from './contest.ts'
import { contestants } from './contestants.ts'
import { coverageTable } from './coverage-table.ts'
import { subjects } from './subjects.ts'

const heads = [
  '',
  'transitions covered',
  'paths',
  'steps (÷ optimum)',
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
    let fewest: number | undefined
    for (const contestant of Object.keys(contestants)) {
      console.error(`${subject}: ${contestant}`)
      const result = await contest({ contestant, subject })
      if (typeof result !== 'string') fewest ??= result.steps
      rows.push([contestant, ...cellsOf(result, fewest)])
    }
    parts.push(`**${subject}**\n\n${markdownTable(heads, rows)}`)
  }
  return [...parts, coverageTable()].join('\n\n')
}

/** `optimum`: the steps of the plan that costs least. */
function cellsOf(result: Result | string, optimum = 0): string[] {
  if (typeof result === 'string') return [result, '–', '–', '–', '–', '–', '–']
  const { covered, transitions, paths, steps, cost, lowerBound, time, given } = result
  return [
    `${covered} of ${transitions}`,
    `${paths}`,
    `${steps} (${ratio(steps, optimum)})`,
    `${cost}`,
    covered < transitions ? 'not all covered' : ratio(cost, lowerBound),
    milliseconds(time),
    given === undefined ? '–' : milliseconds(given),
  ]
}
