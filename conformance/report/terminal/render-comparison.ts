import type { Colors } from 'picocolors/types'
import type { Comparison } from '../compare/compare.ts'
import type { CheckResult } from '../result.ts'

/** What is new, and what is over; nothing where the call names nothing to compare with. */
export function renderComparisons({ baseline, against }: CheckResult, colors: Colors): string[] {
  return [
    ...(baseline ? [renderBaseline(baseline, colors)] : []),
    ...(against
      ? [
          render(
            `Against ${against.file}, of ${against.date}`,
            against,
            { still: 'still', gone: 'gone' },
            colors,
          ),
        ]
      : []),
  ]
}

function renderBaseline(baseline: Comparison & { file: string }, colors: Colors) {
  const { file, fixed, gone } = baseline
  const advice =
    fixed.length + gone.length > 0
      ? [
          `  ${colors.dim(`Call with --update-baseline, so that what is fixed or gone fails when it comes back.`)}`,
        ]
      : []
  return [render(`Baseline ${file}`, baseline, { still: 'known', gone: 'gone' }, colors), ...advice].join(
    '\n',
  )
}

function render(title: string, found: Comparison, names: { still: string; gone: string }, colors: Colors) {
  const lines = (name: string, ones: Comparison['new'], color: (text: string) => string) =>
    ones.map(
      ({ id, verdict, seen }) => `  ${color(name.padEnd(5))} ${id}  ${colors.dim(`${verdict}: ${seen}`)}`,
    )
  const all = [
    ...lines('new', found.new, colors.red),
    ...lines('fixed', found.fixed, colors.green),
    ...lines(names.gone, found.gone, colors.yellow),
    ...lines(names.still, found.still, colors.yellow),
  ]
  return [colors.bold(title), ...(all.length > 0 ? all : ['  Nothing fails, and nothing did.'])].join('\n')
}
