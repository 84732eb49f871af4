/**
 * `npm run test:quick`: what a contributor runs before a commit, in less than 90 seconds on two quiet cores. It has the lint, the types,
 * and all unit tests but those of the slow files. It leaves out every browser: those tests take minutes, and CI runs them.
 *
 * All other unit tests are run, not only those of what has changed: nearly everything imports the model, so the choice would save little
 * and miss what is read from files, such as documentation and packs.
 */
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)

/** The file of a package's own command. */
function commandOf(name: string, command = name): string {
  const manifest = require.resolve(`${name}/package.json`)
  const { bin } = require(manifest) as { bin: string | Record<string, string> }
  return join(dirname(manifest), typeof bin === 'string' ? bin : (bin[command] ?? ''))
}

interface Part {
  what: string
  args: readonly string[]
}

const lint: Part[] = [
  { what: 'lint', args: [commandOf('@biomejs/biome', 'biome'), 'check', '--error-on-warnings', '.'] },
  { what: 'walls', args: ['.ci/walls/check.ts'] },
]
const types: Part[] = [{ what: 'types', args: [commandOf('typescript', 'tsc')] }]
const units: Part[] = [
  {
    what: 'unit tests',
    // The slow ones are another project, and so are those on PostgreSQL.
    args: [commandOf('vitest'), 'run', '--project=unit', '--reporter=dot'],
  },
]

/** Runs some parts one after the other with this Node; answers what failed. */
async function run(parts: readonly Part[]): Promise<string[]> {
  const failed: string[] = []
  for (const { what, args } of parts) {
    const began = Date.now()
    const status = await new Promise<number | null>((resolve) =>
      spawn(process.execPath, args, { stdio: 'inherit' }).on('close', resolve),
    )
    console.log(`${status === 0 ? '✓' : '✗'} ${what} ${((Date.now() - began) / 1000).toFixed(0)} s`)
    if (status !== 0) failed.push(what)
  }
  return failed
}

const failed = [...(await Promise.all([run(lint), run(types)])).flat(), ...(await run(units))]
console.log(
  failed.length === 0 ? 'Quick tests passed; "npm run check" has the rest.' : `Failed: ${failed.join(', ')}`,
)
process.exitCode = failed.length === 0 ? 0 : 1
