import { readRecord } from './record.ts'
import type { RunAssignment } from './run-assignment.ts'

/** Walks and checks only what has no outcome in a record yet, and has the rest recorded there as it goes. */
export const resuming =
  (record: string, run: RunAssignment): RunAssignment =>
  async (assignment, say) => {
    const { paths, checks = [] } = assignment
    const { runOf, checkedOf } = readRecord(record)
    const runs = paths.flatMap((path) => runOf(path) ?? [])
    const checked = checks.flatMap((id) => checkedOf(id) ?? [])
    const known = runs.length + checked.length
    if (known > 0) say(`${known} of ${paths.length + checks.length} are in ${record} already`)
    const left = {
      ...assignment,
      record,
      paths: paths.filter((path) => !runOf(path)),
      checks: checks.filter((id) => !checkedOf(id)),
    }
    if (left.paths.length + left.checks.length === 0) return { runs, checked }
    const done = await run(left, say)
    return { runs: [...runs, ...done.runs], checked: [...checked, ...done.checked] }
  }
