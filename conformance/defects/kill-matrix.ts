import { readFile } from 'node:fs/promises'
import { Command, InvalidArgumentError } from 'commander'
import pLimit from 'p-limit'
import { CheckError } from '../errors.ts'
import { replaceBlock } from '../report/replace-block.ts'
import type { Defect } from './defect.ts'
import { defectOf, defects } from './index.ts'
import { isCleared, isKilled, type Judged, judgeDefect } from './judge-defect.ts'
import { matrixTable, mergeMatrix, readMatrix } from './matrix-table.ts'
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
    'also put the rows into the table of this file, between <!-- bench kill-matrix --> and <!-- end -->, in place of earlier ones',
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

const SOUND = '–'

/** The sound tenant has nothing that must fail. */
async function sound(): Promise<Row> {
  const { verdicts } = await runCheck([], atOnce)
  return { id: SOUND, title: 'The sound tenant', judged: judgeDefect({ verdicts }, { fails: [] }) }
}

async function seeded(defect: Defect): Promise<Row> {
  const { id, title } = defect
  return { id, title, judged: judgeDefect(await runCheck(callFor(defect)), defect) }
}

const isSound = ({ id }: Row) => id === SOUND

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
const on = new Date().toISOString().slice(0, 10)
const today = rows.map((row) => ({
  ...{ id: row.id, title: row.title, on },
  ...{ caught: row.judged.caught.join(', '), outcome: outcome(row) },
}))
const good = rows.filter(isGood).length
console.log(`${matrixTable(today)}\n\n${good} of ${rows.length} as they should be.`)
if (markdown) {
  const ids = [SOUND, ...defects.map(({ id }) => id)]
  const all = mergeMatrix(ids, readMatrix(await readFile(markdown, 'utf8')), today)
  const open = ids.length - all.length
  const left = open > 0 ? `; ${open} not seeded yet` : ''
  const text = `${matrixTable(all)}\n\n${all.length} rows, made with \`npm run kill-matrix\`${left}.`
  await replaceBlock(markdown, 'kill-matrix', text)
}
process.exitCode = good === rows.length ? 0 : 1
