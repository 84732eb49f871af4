import type { Colors } from 'picocolors/types'
import type { CheckResult } from '../result.ts'
import { unreachedOf } from '../unreached.ts'

/** What the run could not reach, by the kind of reason, and the gaps of the documentation that it touched; nothing where there is neither. */
export function renderUnreached(result: CheckResult, colors: Colors): string[] {
  const groups = unreachedOf(result).map(({ title, entries }) => [
    title,
    ...entries.map(
      ({ flow, id, reason }) => `  ${id === flow ? flow : `${flow}/${id}`}  ${colors.dim(reason)}`,
    ),
  ])
  const touched = result.flows.flatMap((flow) =>
    flow.gaps
      .filter(({ touched }) => touched)
      .map(
        ({ id, title, model = '' }) => `  ${flow.id}/${id}  ${colors.dim(`${title}  ${model}`.trimEnd())}`,
      ),
  )
  const gaps = touched.length > 0 ? [['Gaps of the documentation that were touched', ...touched]] : []
  return [...groups, ...gaps].map(([title = '', ...lines]) => [colors.bold(title), ...lines].join('\n'))
}
