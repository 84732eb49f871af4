import { Command, InvalidArgumentError, Option } from 'commander'
import { createColors } from 'picocolors'
import { depthsInWords } from '../plan/describe/guarantee.ts'
import { depths } from '../plan/index.ts'
import { checkWritable } from '../report/check-writable.ts'
import { exitCodeOf } from '../report/exit-code.ts'
import { isTelling, type Reporting, report } from '../report/reporters.ts'
import { suggest } from '../report/suggest/suggest.ts'
import { printable } from '../report/terminal/printable.ts'
import { writeReports } from '../report/write-reports.ts'
import type { CheckOptions } from '../run/check-deployment.ts'
import type { ComparedWith } from '../run/compare-with.ts'
import type { Shard } from '../run/shard.ts'
import { endSoon } from './end-soon.ts'
import { minutes, several, whole } from './option-values.ts'
import { withCompareOptions, withDocsOption, withReportOptions } from './report-options.ts'

function shard(value: string): Shard {
  const [, index = 0, of = 0] = (/^(\d+)\/(\d+)$/.exec(value) ?? []).map(Number)
  if (index >= 1 && index <= of) return { index, of }
  throw new InvalidArgumentError('It must be a number and how many there are, such as 1/3.')
}

const walkedDepths = depths.filter((depth) => depth !== 'states')

const help = `
Depths, and what each is certain to find:
${depthsInWords(walkedDepths)}

While it runs there is a line for each path and check: ✓ passed, ≈ an accepted difference, ✗ failed, ○ not-testable, ? inconclusive,
! wrong set-up, ‼ Doorstep's own mistake. At a terminal it also says how long the rest takes, once there is something to measure.

Where the product has another name than the documentation, the last lines say which line to change to what. Apply the patch of
--suggest with "git apply"; it changes names only, and only in the step that was walked or the one after it.

Exit codes:
  0  the target conforms: everything that can be tested does what the documentation says
  1  it does not conform: something failed, or the profile accepts a difference that is gone or has expired
  2  there is no verdict: nothing was judged, something is inconclusive, the set-up is wrong (config-error), Doorstep itself
     is wrong (harness-error, please report it), or the check could not start
  130, 143  somebody interrupted it (Ctrl-C, SIGTERM): the reports say what is known by then
With --baseline only what is new counts: 1 if something new failed, 2 if something new is inconclusive.`

/** `doorstep check`: walks every transition at a target and gives a verdict for each documented step. */
export const checkCommand = withCompareOptions(withReportOptions(withDocsOption(new Command('check'))))
  .description('walk every transition of the flows at a deployment: a verdict per documented step')
  .option(
    '--config <file>',
    'the profile of the deployment; default: doorstep.config.ts here, else the bundled tenant',
  )
  .option('--pack <folder>', 'the documented procedures of this pack; may be repeated', several)
  .option('--flow <flow>', 'only this flow; may be repeated', several)
  .option('--transition <id>', 'only a path over this transition; may be repeated', several)
  .option(
    '--check <id>',
    'only this check, in addition to the flows that are named; may be repeated',
    several,
  )
  .option('--no-checks', 'only walk the flows')
  .addOption(
    new Option(
      '--shard <i/n>',
      'only this share of the paths and checks, to be joined by "doorstep merge"',
    ).argParser(shard),
  )
  .option('--resume <file>', 'record there what came of each path and check, and do not do again what it has')
  .option('--json <file>', 'also write the whole result there')
  .option(
    '--suggest <file>',
    'write a patch of the documentation there: the names that the product has, where it is local files',
  )
  .option('--defect <defect>', 'seed this fault in the bundled tenant first')
  .option('--max-steps <n>', 'longest path, in steps', whole)
  .addOption(new Option('--depth <depth>', 'how deep to walk').choices(walkedDepths).default('transitions'))
  .option('--written', 'go deeper, but take each transition once, not in every context')
  .addOption(new Option('--workers <n>', 'paths walked at once').argParser(whole).default(2))
  .addOption(
    new Option(
      '--timeout <minutes>',
      'the most that the whole run may take: what is left then is inconclusive',
    ).argParser(minutes),
  )
  .option('--headed', 'show the browser', false)
  .addHelpText('after', help)
  .exitOverride()
  .configureOutput({ outputError: (message, write) => write(message.replace(/^error: /, '')) })
  .action(
    async (options: CheckOptions & ComparedWith & Reporting & { timeout?: number; suggest?: string }) => {
      // Loaded only when it is needed: the other commands begin at once.
      const { checkDeployment } = await import('../run/check-deployment.ts')
      const { comparing } = await import('../run/compare-with.ts')
      const { awaitInterruption } = await import('../run/interruption.ts')
      const compared = comparing(options)
      if (options.suggest) checkWritable(options.suggest)
      const say = (line: string) => console.error(printable(line))
      const interruption = awaitInterruption(say, options.timeout)
      const tell = isTelling(options) ? say : () => undefined
      try {
        const result = await compared(await checkDeployment(options, tell, interruption.signal))
        await writeReports(options, result)
        console.log(`\n${report(result, options, createColors())}`)
        for (const line of suggest(result, options)) console.log(printable(line))
        if (interruption.signal.aborted) console.log(`\n${howToGoOn(options)}`)
        process.exitCode = interruption.exitCode() ?? exitCodeOf(result)
      } catch (error) {
        if (interruption.exitCode() === undefined) throw error
        say(error instanceof Error ? error.message : String(error))
        process.exitCode = interruption.exitCode()
      } finally {
        interruption.stop()
        endSoon()
      }
    },
  )

const howToGoOn = ({ resume }: CheckOptions) =>
  resume
    ? `The run is not complete. Give the same command again to go on: ${resume} has what came of it.`
    : 'The run is not complete. With --resume <file> the next one can go on where it ends.'
