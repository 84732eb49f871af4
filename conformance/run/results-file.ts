import { appendFileSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { checked, pathRun } from '../report/result.ts'

const handedOver = z.union([
  z.object({ run: pathRun }),
  z.object({ checked }),
  z.object({ error: z.string() }),
])
type HandedOver = z.infer<typeof handedOver>

const fileIn = (folder: string) => join(folder, 'results.jsonl')

/** Adds a line at once: the process may be killed before its end, and what is done by then still counts. */
export function handOver(folder: string, one: HandedOver): void {
  appendFileSync(fileIn(folder), `${JSON.stringify(one)}\n`)
}

/** What an assignment has handed over, and then no longer: an earlier one does not answer for the next. */
export function takeHandedOver(folder: string) {
  const lines = readLines(fileIn(folder)).map((line) => handedOver.parse(JSON.parse(line)))
  rmSync(fileIn(folder), { force: true })
  return {
    runs: lines.flatMap((one) => ('run' in one ? [one.run] : [])),
    checked: lines.flatMap((one) => ('checked' in one ? [one.checked] : [])),
    errors: lines.flatMap((one) => ('error' in one ? [one.error] : [])),
  }
}

function readLines(file: string): string[] {
  try {
    // What has no line end was cut off.
    return readFileSync(file, 'utf8').split('\n').slice(0, -1)
  } catch {
    return []
  }
}
