import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Command, InvalidArgumentError, Option } from 'commander'
import { CheckError } from '../errors.ts'
import { loadPacks } from '../packs/load-pack.ts'

interface Options {
  port?: string
  data?: string
}

/** In the repository "npm run build" makes them; a package has them. */
const pages = fileURLToPath(new URL('../../dist', import.meta.url))

const help = `
What it starts, in one process: the site with every page of the bundled documentation, the tenant, the identity provider (also with TLS)
and the mail server, on that port and the four above it. Only this machine reaches them, and Ctrl+C ends them.

Variables of the environment open it to a network and keep its data in PostgreSQL; the page “Hosting” of its documentation has them all. A variable
that is not right is named, with what it must be.

Exit codes:
  0  it ran until it was ended
  2  it cannot start: a port is taken, the folder cannot be written, or a setting is not right`

function asPort(text: string): string {
  if (/^\d+$/.test(text) && Number(text) <= 65_535) return text
  throw new InvalidArgumentError('A port is a number from 0 to 65535; 0 takes free ones.')
}

/** The pages of a pack are built, and what builds them is in the repository alone. */
function refuseOwnPacks(): void {
  if (!process.env.DOORSTEP_PACKS) return
  throw new CheckError(
    'bad-option',
    'DOORSTEP_PACKS is set, and "doorstep start" shows the bundled documentation only: unset it, or run "npm start" in a clone of the repository, which builds the pages of your packs.',
  )
}

/** `doorstep start`: the site and all that its live mode needs. */
export const startCommand = new Command('start')
  .description(
    'start the site with the tenant, the provider and the mail server: walk, teach and look around',
  )
  .addOption(new Option('--port <n>', 'port of the site; default: PORT, or 4321').argParser(asPort))
  .option('--data <folder>', 'where sandboxes and classes are kept; default: DATA_DIR, or the folder "data"')
  .addHelpText('after', help)
  .exitOverride()
  .configureOutput({ outputError: (message, write) => write(message.replace(/^error: /, '')) })
  .action(async ({ port, data }: Options) => {
    refuseOwnPacks()
    if (!existsSync(pages))
      throw new CheckError(
        'target-unstartable',
        'The pages are not built yet: run "npm start" in the repository, which builds and starts them.',
      )
    // All servers are loaded only when they are needed.
    await import('../../site/production.ts')
    const { run } = await import('../../site/server/run.ts')
    const { startEverything } = await import('../../site/server/start-everything.ts')
    const { exportFlow } = await import('../../site/export/export-flow.ts')
    const bundled = await loadPacks()
    const write = async (id: string) => {
      for (const { pack, file } of bundled) {
        const flow = pack.flows.find((flow) => flow.id === id)
        if (flow) return exportFlow(pack, file, flow)
      }
      return undefined
    }
    const settings = { ...process.env, ...(port && { PORT: port }), ...(data && { DATA_DIR: data }) }
    await run(settings, (environment) => startEverything(environment, pages, write))
  })
