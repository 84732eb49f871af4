import { Command, InvalidArgumentError, Option } from 'commander'
import { runCheck } from './commands/check.ts'
import { CheckError } from './errors.ts'

const COULD_NOT_TELL = 2

const list = (value: string, before: string[] = []) => [...before, value]

function positive(value: string) {
  const number = Number(value)
  if (Number.isInteger(number) && number > 0) return number
  throw new InvalidArgumentError('It must be a whole number above 0.')
}

const program = new Command('doorstep')
  .description('Does a deployment do what the documentation says?')
  .exitOverride()
  .configureOutput({ outputError: (message, write) => write(message.replace(/^error: /, '')) })

program
  .command('check')
  .description(
    'walk every transition of the flows at the bundled tenant, and give a verdict per documented step',
  )
  .option('--flow <flow>', 'only this flow; may be repeated', list)
  .option('--transition <id>', 'only a path over this transition; may be repeated', list)
  .option('--json <file>', 'also write the whole result there')
  .option('--defect <defect>', 'seed this fault in the tenant first')
  .option('--max-steps <n>', 'longest path, in steps', positive)
  .addOption(new Option('--workers <n>', 'paths walked at once').argParser(positive).default(2))
  .option('--headed', 'show the browser', false)
  .action(async (options) => {
    process.exitCode = await runCheck(options)
  })

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = exitCodeOf(error)
}

/** What is wrong with the call or the machine is one sentence; anything else is our own mistake and shows its trace. */
function exitCodeOf(error: unknown) {
  if (error instanceof Error && 'exitCode' in error) return error.exitCode === 0 ? 0 : COULD_NOT_TELL
  console.error(error instanceof CheckError ? error.message : error)
  return COULD_NOT_TELL
}
