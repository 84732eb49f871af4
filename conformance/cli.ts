import { Command, CommanderError } from 'commander'
import { checkCommand } from './commands/check.ts'
import { draftCommand } from './commands/draft.ts'
import { idpCommand } from './commands/idp.ts'
import { listCommand } from './commands/list.ts'
import { mergeCommand } from './commands/merge.ts'
import { planCommand } from './commands/plan.ts'
import { reportCommand } from './commands/report.ts'
import { traceCommand } from './commands/trace.ts'
import { CheckError } from './errors.ts'
import { PlanError } from './plan/index.ts'

const COULD_NOT_TELL = 2

const program = new Command('doorstep')
  .description('Does a deployment do what the documentation says?')
  .exitOverride()
  .configureOutput({ outputError: (message, write) => write(message.replace(/^error: /, '')) })
  .addCommand(checkCommand)
  .addCommand(listCommand)
  .addCommand(mergeCommand)
  .addCommand(reportCommand)
  .addCommand(planCommand)
  .addCommand(traceCommand)
  .addCommand(draftCommand)
  .addCommand(idpCommand)

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = exitCodeOf(error)
}

/** What is wrong with the call or the machine is one sentence; anything else is our own mistake and shows its trace. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : COULD_NOT_TELL
  console.error(error instanceof CheckError || error instanceof PlanError ? error.message : error)
  return COULD_NOT_TELL
}
