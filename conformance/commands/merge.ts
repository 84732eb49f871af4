import { Command } from 'commander'
import { createColors } from 'picocolors'
import { exitCodeOf } from '../report/exit-code.ts'
import { readResult } from '../report/read-result.ts'
import { type Reporting, report } from '../report/reporters.ts'
import { checkReportsWritable, type ReportFiles, writeReports } from '../report/write-reports.ts'
import type { ComparedWith } from '../run/compare-with.ts'
import { withCompareOptions, withDocsOption, withReportOptions } from './report-options.ts'

const help = `
Call it where the shards were called: the profile and its packs are read again. The target is not asked.

Exit codes: those of "doorstep check", for the whole; 2 also if these are not all the shards of one run.`

/** `doorstep merge`: judges the shards of a run as one. */
export const mergeCommand = withCompareOptions(
  withReportOptions(
    withDocsOption(new Command('merge'))
      .description(
        'judge what the shards of one run have brought: the verdicts are those of a run without shards',
      )
      .argument(
        '<result...>',
        'files that "doorstep check --shard i/n --json" has written, one for each shard',
      )
      .option('--json <file>', 'also write the whole result there'),
  ),
)
  .addHelpText('after', help)
  .exitOverride()
  .configureOutput({ outputError: (message, write) => write(message.replace(/^error: /, '')) })
  .action(async (files: string[], options: ReportFiles & ComparedWith & Reporting & { docs?: string[] }) => {
    checkReportsWritable(options)
    const { comparing } = await import('../run/compare-with.ts')
    const { mergeResults } = await import('../run/merge.ts')
    // The shards may have been asked for a part: of the rest the baseline keeps what it has.
    const compared = comparing({ ...options, checks: false })
    const result = await compared(await mergeResults(files.map(readResult), options.docs))
    await writeReports(options, result)
    console.log(report(result, options, createColors()))
    process.exitCode = exitCodeOf(result)
  })
