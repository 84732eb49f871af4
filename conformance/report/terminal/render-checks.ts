import type { Colors } from 'picocolors/types'
import { byCause } from '../by-cause.ts'
import { demandOf } from '../in-words.ts'
import type { CheckVerdict } from '../result.ts'
import { marks, paint, renderFinding, renderLikewise } from './paint.ts'

/** A line for each check, and what speaks against those that did not pass. */
export function renderChecks(checks: CheckVerdict[], colors: Colors): string {
  const idWidth = Math.max(...checks.map(({ id }) => id.length))
  return [
    colors.bold('Checks'),
    ...checks.map((check) => renderCheck(check, idWidth, colors)),
    ...byCause(
      checks.filter(({ verdict }) => !['passed', 'not-testable', 'harness-error'].includes(verdict)),
    ).flatMap((group) => renderGroup(group, colors)),
    ...new Set(checks.flatMap(({ notes = [] }) => notes.map((note) => colors.dim(`  note: ${note}`)))),
  ].join('\n')
}

function renderGroup([check, ...others]: CheckVerdict[], colors: Colors): string[] {
  if (!check) return []
  const facts = { because: demandOf(check), repeat: check.repeat }
  return [
    renderFinding(`${check.id}  ${check.title}`, check, facts, colors),
    ...renderLikewise(others, colors),
  ]
}

function renderCheck(check: CheckVerdict, idWidth: number, colors: Colors) {
  const { id, title, verdict, reason } = check
  const why = verdict === 'not-testable' && reason ? ` · ${reason}` : ''
  return `  ${paint(verdict, marks[verdict], colors)} ${id.padEnd(idWidth)}  ${title}  ${colors.dim(demandOf(check) + why)}`
}
