import { appendFileSync } from 'node:fs'
import type { Colors } from 'picocolors/types'
import { annotationsOf } from './github/annotations.ts'
import { stepSummary, type Workflow } from './github/step-summary.ts'
import type { CheckResult } from './result.ts'
import { renderLast } from './terminal/render-last.ts'
import { renderTerminal } from './terminal/render-terminal.ts'

/**
 * What a run prints:
 * - `list`: every path and finding, for a terminal
 * - `quiet`: the last summary alone, for a terminal
 * - `github`: annotations and the summary of the job, for GitHub Actions
 */
export const reporterNames = ['list', 'quiet', 'github'] as const
export type ReporterName = (typeof reporterNames)[number]

/** What the options say of it. */
export interface Reporting {
  reporter?: readonly ReporterName[]
  quiet?: boolean
  /** Where the simulator is that the reports lead to. */
  site: string
}

/** Whether each path and finding is printed, not the last summary alone. */
export const isTelling = ({ reporter = ['list'], quiet = false }: Reporting): boolean =>
  !quiet && reporter.includes('list')

/**
 * Tells of a result as the options say. In GitHub Actions the summary of the job is appended to.
 * @returns what is printed
 */
export function report(
  result: CheckResult,
  options: Reporting,
  colors: Colors,
  env: Workflow = process.env,
): string {
  const { reporter = [], site } = options
  const isGithub = reporter.includes('github')
  if (isGithub && env.GITHUB_STEP_SUMMARY)
    appendFileSync(env.GITHUB_STEP_SUMMARY, stepSummary(result, site, env))
  const annotations = isGithub
    ? [annotationsOf(result, site, env.GITHUB_WORKSPACE).join('\n')].filter(Boolean)
    : []
  const said = isTelling(options) ? renderTerminal(result, site, colors) : renderLast(result, colors)
  return [...annotations, said].join('\n\n')
}
