import { existsSync, readFileSync } from 'node:fs'
import { inspect } from 'node:util'
import { Command, CommanderError } from 'commander'
import { folderOfCall } from './commands/folder-of-call.ts'
import { commands } from './commands/index.ts'
import { CheckError } from './errors.ts'
import { PlanError } from './plan/errors.ts'
import { printable } from './report/terminal/printable.ts'

const COULD_NOT_TELL = 2

/** The manifest is beside this file in the repository, and one folder above it in a package. */
function version(): string {
  const [manifest = ''] = ['./package.json', '../package.json']
    .map((path) => new URL(path, import.meta.url))
    .filter(existsSync)
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version
}

const program = new Command('doorstep')
  .description('Does a deployment do what the documentation says?')
  .version(version(), '-v, --version', 'print the version')
  .exitOverride()
  .configureOutput({ outputError: (message, write) => write(message.replace(/^error: /, '')) })
  .showHelpAfterError('"doorstep --help" lists the commands.')

toleratesClosedOutput()
process.chdir(folderOfCall(process.cwd(), process.env))

const [asked = ''] = process.argv.slice(2).filter((word) => word !== 'help')

try {
  for (const [name, { description, load }] of Object.entries(commands))
    program.addCommand(
      name === asked
        ? (await load()).showHelpAfterError(`"doorstep ${name} --help" says what it takes.`)
        : new Command(name).description(description),
    )
  await program.parseAsync()
} catch (error) {
  process.exitCode = exitCodeOf(error)
}

/**
 * Readers such as `head` close the output once they have seen enough. A result is printed when all is done, so nothing is lost. A run
 * whose progress nobody follows any more ends in order, as when its terminal is closed.
 */
function toleratesClosedOutput() {
  const unlessClosed = (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  }
  process.stdout.on('error', unlessClosed)
  process.stderr.on('error', unlessClosed)
  process.stderr.once('error', () => process.kill(process.pid, 'SIGHUP'))
}

/** Playwright is installed by those who need it, and the identity provider alone doesn't. */
function lacksPlaywright(error: unknown): boolean {
  if (!(error instanceof Error && 'code' in error)) return false
  return error.code === 'ERR_MODULE_NOT_FOUND' && error.message.includes("'@playwright/test'")
}

/** What is wrong with the call or the machine is one sentence; anything else is our own mistake and shows its trace. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : COULD_NOT_TELL
  if (lacksPlaywright(error)) {
    console.error(`"doorstep ${asked}" needs Playwright: npm install --save-dev @playwright/test`)
    return COULD_NOT_TELL
  }
  const isSentence = error instanceof CheckError || error instanceof PlanError
  console.error(printable(isSentence ? error.message : inspect(error)))
  return COULD_NOT_TELL
}
