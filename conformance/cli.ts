import { inspect } from 'node:util'
import { Command, CommanderError } from 'commander'
import { commands } from './commands/index.ts'
import { CheckError } from './errors.ts'
import { PlanError } from './plan/errors.ts'
import { printable } from './report/terminal/printable.ts'

const COULD_NOT_TELL = 2

const program = new Command('doorstep')
  .description('Does a deployment do what the documentation says?')
  .exitOverride()
  .configureOutput({ outputError: (message, write) => write(message.replace(/^error: /, '')) })

const [asked = ''] = process.argv.slice(2).filter((word) => word !== 'help')
for (const [name, { description, load }] of Object.entries(commands))
  program.addCommand(name === asked ? await load() : new Command(name).description(description))

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = exitCodeOf(error)
}

/** What is wrong with the call or the machine is one sentence; anything else is our own mistake and shows its trace. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : COULD_NOT_TELL
  const isSentence = error instanceof CheckError || error instanceof PlanError
  console.error(printable(isSentence ? error.message : inspect(error)))
  return COULD_NOT_TELL
}
