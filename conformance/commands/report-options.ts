import { type Command, InvalidArgumentError } from 'commander'

const DEFAULT_SITE = 'http://localhost:4321'

/** Adds the options that say which reports are written, the same for every command that has a result. */
export function withReportOptions(command: Command): Command {
  return command
    .option('--html <file>', 'write a report for people there: one file, to be opened or sent')
    .option('--junit <file>', 'write a report for a CI there')
    .option('--site <url>', 'where the simulator is that reports lead to', site, DEFAULT_SITE)
}

/** Adds the options that say what a result is compared with. */
export function withCompareOptions(command: Command): Command {
  return command
    .option('--baseline <file>', 'what is known to fail: only what is new fails the run')
    .option('--update-baseline', 'write the baseline anew, with what fails now')
    .option('--against <file>', 'also say what is new, fixed, still so or gone since this result of --json')
}

function site(value: string): string {
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return value
  throw new InvalidArgumentError(`It must be an address, such as ${DEFAULT_SITE}.`)
}
