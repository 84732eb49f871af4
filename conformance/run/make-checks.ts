import type { Check } from '../checks/check.ts'
import type { CheckVerdict } from '../report/result.ts'
import type { Assignment } from './path.ts'
import { runAssignment } from './run-assignment.ts'

/** Makes checks at a target, and answers each with its clause and what came of it. */
export async function makeChecks(
  checks: Check[],
  assignment: Omit<Assignment, 'paths' | 'checks'>,
  say: (line: string) => void,
): Promise<CheckVerdict[]> {
  if (checks.length === 0) return []
  say(`${checks.length} checks, ${assignment.workers} workers`)
  const { checked } = await runAssignment(
    { ...assignment, paths: [], checks: checks.map(({ id }) => id) },
    say,
  )
  return checks.map(({ id, title, source, level, asvsLevel }) => {
    const came = checked.find((one) => one.id === id) ?? {
      verdict: 'inconclusive' as const,
      expected: [],
      observed: [],
      reason: 'Playwright Test did not come to it.',
    }
    return { ...came, id, title, source, level, ...(asvsLevel && { asvsLevel }) }
  })
}
