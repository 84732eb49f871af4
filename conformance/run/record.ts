import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { CheckError } from '../errors.ts'
import { type PlannedPath, plannedPath } from '../plan/flow/path.ts'
import { type Checked, checked, type PathRun, pathRun } from '../report/result.ts'

/** What a record belongs to: what came of another code, model or profile says nothing here. */
const head = z.object({
  doorstep: z.string(),
  code: z.string().optional(),
  model: z.string(),
  profile: z.string(),
  defect: z.string().optional(),
})
export type RecordHead = z.infer<typeof head>

const entry = z.union([z.object({ path: plannedPath, run: pathRun }), z.object({ checked })])
type Entry = { path: PlannedPath; run: PathRun } | { checked: Checked }

/** A path by what is done on it: its number may be another one in the next run. */
const keyOf = ({ flow, given, events, verifies }: PlannedPath) =>
  JSON.stringify([flow, given, events, verifies])

/** Adds what came of a path or a check, at once: a run may be killed at any time. */
export function addToRecord(file: string, entry: Entry): void {
  appendFileSync(file, `${JSON.stringify(entry)}\n`)
}

/**
 * Begins a record, or finds out that one belongs to this run.
 * @throws CheckError `record-unreadable`
 */
export function beginRecord(file: string, wanted: RecordHead): void {
  if (!existsSync(file)) {
    writeFileSync(file, `${JSON.stringify(wanted)}\n`)
    return
  }
  const text = readFileSync(file, 'utf8')
  const [first = ''] = text.split('\n')
  const found = head.safeParse(parse(first))
  if (!found.success)
    throw new CheckError(
      'record-unreadable',
      `${file} is no record of a run: name another file, or delete it.`,
    )
  const differs = (['doorstep', 'code', 'model', 'profile', 'defect'] as const).find(
    (key) => found.data[key] !== wanted[key],
  )
  if (differs)
    throw new CheckError(
      'record-unreadable',
      `${file} is the record of another run (${differs} differs): delete it to start over, or name another file.`,
    )
  // A line that was cut off ends here, so that the next one is whole.
  if (!text.endsWith('\n')) appendFileSync(file, '\n')
}

/** What has an outcome already. A last line that was cut off by the end of its process is none. */
export function readRecord(file: string) {
  const entries = readFileSync(file, 'utf8')
    .split('\n')
    .slice(1)
    .flatMap((line) => entry.safeParse(parse(line)).data ?? [])
  const runs = new Map(entries.flatMap((one) => ('run' in one ? [[keyOf(one.path), one.run] as const] : [])))
  const checks = new Map(
    entries.flatMap((one) => ('checked' in one ? [[one.checked.id, one.checked] as const] : [])),
  )
  return {
    runOf: (path: PlannedPath): PathRun | undefined => {
      const run = runs.get(keyOf(path))
      return run && { ...run, path: path.id }
    },
    checkedOf: (id: string): Checked | undefined => checks.get(id),
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
