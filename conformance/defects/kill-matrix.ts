import { Command, InvalidArgumentError } from 'commander'
import pLimit from 'p-limit'
import { CheckError } from '../errors.ts'
import { markdownTable } from '../report/markdown-table.ts'
import { replaceBlock } from '../report/replace-block.ts'
import type { Defect } from './defect.ts'
import { defectOf, defects } from './index.ts'
import { isCleared, isKilled, type Judged, judgeDefect } from './judge-defect.ts'
import { callFor, runCheck } from './run-check.ts'

function andDefect(id: string, before: Defect[] = []): Defect[] {
  try {
    return [...before, defectOf(id)]
  } catch (error) {
    throw new InvalidArgumentError(error instanceof CheckError ? error.message : String(error))
  }
}

function positive(value: string): number {
  const number = Number(value)
  if (Number.isInteger(number) && number > 0) return number
  throw new InvalidArgumentError('It must be a whole number above 0.')
}

const program = new Command('npm run kill-matrix --')
  .description(
    'seed every defect and see what catches it: fails when one survives, when something else is accused, or when the sound tenant is',
  )
  .option('--defect <defect>', 'only this one; may be repeated', andDefect)
  .option('--without-sound', 'leave out the check of the sound tenant', false)
  .option('--at-once <n>', 'how many checks are made at the same time', positive, 2)
  .option(
    '--markdown <file>',
    'also put the table into this file, between <!-- bench kill-matrix --> and <!-- end -->',
  )
  .parse()

const {
  defect: chosen,
  withoutSound,
  atOnce,
  markdown,
} = program.opts<{
  defect?: Defect[]
  withoutSound: boolean
  atOnce: number
  markdown?: string
}>()

interface Row {
  title: string
  id: string
  judged: Judged
}

/** The sound tenant has nothing that must fail. */
async function sound(): Promise<Row> {
  const { verdicts } = await runCheck([], atOnce)
  return { id: '–', title: 'The sound tenant', judged: judgeDefect({ verdicts }, { fails: [] }) }
}

async function seeded(defect: Defect): Promise<Row> {
  const { id, title } = defect
  return { id, title, judged: judgeDefect(await runCheck(callFor(defect)), defect) }
}

const isSound = ({ id }: Row) => id === '–'

const isGood = (row: Row) => (isSound(row) ? isCleared(row.judged) : isKilled(row.judged))

function outcome(row: Row): string {
  const { missed, accused, open } = row.judged
  const good = isSound(row) ? 'accused of nothing' : 'killed'
  return [
    ...(isGood(row) ? [good] : []),
    ...(missed.length ? [`survives: ${missed.join(', ')}`] : []),
    ...(accused.length ? [`accused: ${accused.join(', ')}`] : []),
    ...open.map(({ id, verdict }) => `${id} is ${verdict}`),
  ].join('; ')
}

function say(row: Row): Row {
  console.error(`${isGood(row) ? '✓' : '✗'} ${row.id}  ${outcome(row)}`)
  return row
}

const rows = [
  ...(withoutSound || chosen ? [] : [say(await sound())]),
  ...(await pLimit(atOnce).map(chosen ?? defects, async (defect) => say(await seeded(defect)))),
]
const table = markdownTable(
  ['defect', 'what is wrong then', 'caught by', ''],
  rows.map((row) => [row.id, row.title, row.judged.caught.join(', '), outcome(row)]),
)
const good = rows.filter(isGood).length
const text = `${table}\n\n${good} of ${rows.length} as they should be, on ${new Date().toISOString().slice(0, 10)} with \`npm run kill-matrix\`.`
console.log(text)
if (markdown) await replaceBlock(markdown, 'kill-matrix', text)
process.exitCode = good === rows.length ? 0 : 1
