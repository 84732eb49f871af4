import { Command } from 'commander'
import { createColors } from 'picocolors'
import { readResult } from '../report/read-result.ts'
import { renderTerminal } from '../report/terminal/render-terminal.ts'
import { checkReportsWritable, type ReportFiles, writeReports } from '../report/write-reports.ts'
import { withReportOptions } from './report-options.ts'

const help = `
Exit codes:
  0  the result was rendered, whatever it says
  2  it cannot be read, or a report cannot be written`

/** `doorstep report`: renders a result that was kept, without checking anything again. */
export const reportCommand = withReportOptions(
  new Command('report')
    .description('render a kept result again: at the terminal, and as the reports that are asked for')
    .argument('<result>', 'a file that "doorstep check --json" has written'),
)
  .addHelpText('after', help)
  .exitOverride()
  .configureOutput({ outputError: (message, write) => write(message.replace(/^error: /, '')) })
  .action(async (file: string, files: ReportFiles) => {
    checkReportsWritable(files)
    const result = readResult(file)
    await writeReports(files, result)
    console.log(renderTerminal(result, files.site, createColors()))
  })
