import { Command, InvalidArgumentError, Option } from 'commander'
import { DraftError } from '../draft/draft-error.ts'
import type { Way } from '../init/ask.ts'
import { type Answers, questions } from '../init/questions.ts'
import { printable } from '../report/terminal/printable.ts'
import { TraceError } from '../trace/trace-error.ts'

type Options = Answers & { yes: boolean; beside: boolean; look: boolean }

const help = `
It asks for what no option says. Without a terminal, a missing answer is an error that names its option. Nothing is overwritten.

What it writes: doorstep.config.ts, .github/workflows/doorstep.yml and, where --docs names pages, a pack in doorstep-pack.
It opens the login page, and writes what is called otherwise there into the profile.

Exit codes:
  0  all of it is written
  2  nothing is written: an answer is missing, a file exists already, or the login page cannot be opened`

/** `doorstep init`: asks for what a check needs, looks at the login page, and writes the files. */
export const initCommand = questions
  .reduce((command, { option, help, choices, wrong }) => {
    const made = new Option(option, help)
    if (choices) made.choices(Object.keys(choices))
    else
      made.argParser((value: string) => {
        const why = wrong?.(value)
        if (why) throw new InvalidArgumentError(why)
        return value
      })
    return command.addOption(made)
  }, new Command('init').description(
    'write a profile, a workflow and, of your documentation, a pack: asks, and looks at your login page',
  ))
  .option('-y, --yes', 'take the usual answer to each question that no option answers', false)
  .option('--beside', 'where a file exists already, write a new one beside it', false)
  .option('--no-look', 'do not open the login page')
  .addHelpText('after', help)
  .exitOverride()
  .configureOutput({ outputError: (message, write) => write(message.replace(/^error: /, '')) })
  .action(async ({ yes, beside, look, ...given }: Options) => {
    // Playwright is loaded only when it is needed.
    const { init } = await import('../init/init.ts')
    try {
      const lines = await init({ given, way: wayOf(yes), beside, look })
      console.log(lines.map(printable).join('\n'))
    } catch (error) {
      if (!(error instanceof TraceError || error instanceof DraftError)) throw error
      console.error(error.message)
      process.exitCode = 2
    }
  })

function wayOf(yes: boolean): Way {
  if (yes) return 'usual'
  return process.stdin.isTTY && process.stdout.isTTY ? 'prompts' : 'options'
}
