import type { Colors } from 'picocolors/types'
import { inNumbers, isNothingJudged, NOTHING_JUDGED, triedInWords } from '../in-words.ts'
import type { CheckResult } from '../result.ts'
import { printableAll } from './printable.ts'

/** The result in numbers, and whether the target conforms. */
export function renderSummary(result: CheckResult, colors: Colors): string {
  const { flows, checks, summary } = result
  const conclusion = {
    yes: colors.green('conforms'),
    no: colors.red('does not conform'),
    unknown: colors.yellow('no verdict'),
  }[summary.conforms]
  return [
    ...(flows.length
      ? [
          `Steps        ${inNumbers(summary.steps) || 'none has a number'}`,
          `Transitions  ${inNumbers(summary.transitions)}`,
        ]
      : []),
    ...(checks.length ? [`Checks       ${inNumbers(summary.checks)}`] : []),
    `Tried        ${triedInWords(summary)}`,
    ...(isNothingJudged(result) ? [colors.yellow(NOTHING_JUDGED)] : []),
    `Result       ${colors.bold(conclusion)}`,
  ].join('\n')
}

/** All that is said of a run that is to be quiet. */
export function renderLast(raw: CheckResult, colors: Colors): string {
  const result = printableAll(raw)
  return `${colors.bold(result.target.name)}  ${result.target.url}\n${renderSummary(result, colors)}`
}
