import type { Check } from '../checks/check.ts'
import { completeChecks } from '../report/complete.ts'
import { counted } from '../report/in-words.ts'
import type { Checked, CheckVerdict } from '../report/result.ts'
import type { Assignment } from './assignment.ts'
import { type RunAssignment, runAssignment } from './run-assignment.ts'

/** Makes checks at a target. */
export async function makeChecks(
  checks: readonly Check[],
  assignment: Omit<Assignment, 'paths' | 'checks'>,
  say: (line: string) => void,
  run: RunAssignment = runAssignment,
): Promise<Checked[]> {
  const checked: Checked[] = []
  for (const { ids, workers } of groupsOf(checks, assignment)) {
    say(`${counted(ids.length, 'check')}, ${counted(workers, 'worker')}`)
    const done = await run({ ...assignment, workers, paths: [], checks: ids }, say)
    checked.push(...done.checked)
  }
  return checked
}

/** Each check with its clause and what came of it. */
export function judgeChecks(checks: readonly Check[], checked: readonly Checked[]): CheckVerdict[] {
  const made = checks.flatMap(({ id, title, source, level, asvsLevel }): CheckVerdict[] => {
    const came = checked.find((one) => one.id === id)
    return came ? [{ ...came, title, source, level, ...(asvsLevel && { asvsLevel }) }] : []
  })
  return completeChecks(checks, made)
}

/**
 * Checks that are made side by side. The bundled provider that a profile has started is one for the whole target, and misbehaves
 * towards everybody who comes there: what needs it is made afterwards, one check after the other.
 */
export function groupsOf(
  checks: readonly Check[],
  { target, workers }: Pick<Assignment, 'target' | 'workers'>,
) {
  const isShared = ({ needs }: Check) => Boolean(target.provider) && needs.includes('identity-provider')
  const [besides, shared] = [checks.filter((check) => !isShared(check)), checks.filter(isShared)]
  const groups = [
    { checks: besides, workers },
    { checks: shared, workers: 1 },
  ]
  return groups.flatMap(({ checks, workers }) =>
    checks.length > 0 ? [{ ids: checks.map(({ id }) => id), workers }] : [],
  )
}
