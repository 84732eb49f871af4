import { Command } from 'commander'
import { createColors } from 'picocolors'
import { readResult } from '../report/read-result.ts'
import { type Reporting, report } from '../report/reporters.ts'
import type { CheckResult } from '../report/result.ts'
import { checkReportsWritable, type ReportFiles, writeReports } from '../report/write-reports.ts'
import { withAgainstOption, withReportOptions } from './report-options.ts'

const help = `
Exit codes:
  0  the result was rendered, whatever it says
  2  it cannot be read, or a report cannot be written`

/** `doorstep report`: renders a result that was kept, without checking anything again. */
export const reportCommand = withAgainstOption(
  withReportOptions(
    new Command('report')
      .description('render a kept result again: at the terminal, and as the reports that are asked for')
      .argument('<result>', 'a file that "doorstep check --json" has written'),
  ),
)
  .addHelpText('after', help)
  .exitOverride()
  .configureOutput({ outputError: (message, write) => write(message.replace(/^error: /, '')) })
  .action(async (file: string, options: ReportFiles & Reporting & { against?: string }) => {
    checkReportsWritable(options)
    const kept = readResult(file)
    const { against } = options
    const result = against ? await comparedWith(against, kept) : kept
    await writeReports(options, result)
    console.log(report(result, options, createColors()))
  })

async function comparedWith(against: string, kept: CheckResult): Promise<CheckResult> {
  const { comparing } = await import('../run/compare-with.ts')
  return comparing({ against, checks: false })(kept)
}
