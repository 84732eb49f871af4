import { type Command, InvalidArgumentError, Option } from 'commander'
import { type ReporterName, reporterNames } from '../report/reporters.ts'
import { several } from './option-values.ts'

const DEFAULT_SITE = 'http://localhost:4321'

/** Adds the options that say which reports are written, the same for every command that has a result. */
export function withReportOptions(command: Command): Command {
  return withSiteOption(command)
    .option('--html <file>', 'write a report for people there: one file, to be opened or sent')
    .option('--junit <file>', 'write a report for a CI there')
    .option('--ctrf <file>', 'write a report there in the Common Test Report Format')
    .option('--sarif <file>', 'write what fails there as SARIF 2.1.0, for code scanning')
    .option(
      '--badge <file>',
      'write a badge there: JSON for the endpoint of shields.io, or a picture if it ends in .svg',
    )
    .addOption(
      new Option(
        '--reporter <name>',
        'what is printed: list (each path and finding), quiet (the last summary), github (annotations and the summary of the job); may be repeated (default: list)',
      ).argParser(reporter),
    )
    .option('--quiet', 'print only the last summary')
}

/** Adds the option that says where the simulator is. */
export const withSiteOption = (command: Command): Command =>
  command.option('--site <url>', 'where the simulator is that reports lead to', site, DEFAULT_SITE)

/** Adds the option that says where the documentation is that a report points at. */
export function withDocsOption(command: Command): Command {
  return command.option(
    '--docs <file|folder>',
    'the documentation, whose lines reports name; may be repeated (default: the pages of the pack)',
    several,
  )
}

function reporter(value: string, before: ReporterName[] = []): ReporterName[] {
  const name = reporterNames.find((one) => one === value)
  if (name) return [...before, name]
  throw new InvalidArgumentError(`Choose among ${reporterNames.join(', ')}.`)
}

/** Adds the option that names an earlier result. */
export const withAgainstOption = (command: Command): Command =>
  command.option(
    '--against <file>',
    'also say what is new, fixed, still so or gone since this result of --json',
  )

/** Adds the options that say what a result is compared with. */
export function withCompareOptions(command: Command): Command {
  return withAgainstOption(command)
    .option('--baseline <file>', 'what is known to fail: only what is new fails the run')
    .option('--update-baseline', 'rewrite the baseline with what fails now')
}

function site(value: string): string {
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return value
  throw new InvalidArgumentError(`It must be an address, such as ${DEFAULT_SITE}.`)
}
