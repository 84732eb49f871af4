/**
 * `npm run build`: builds the pages aside and swaps them in, so that a site that runs never lacks a page.
 * `npm start` runs it with `--before-start`: then the site's port is asked for first, and nothing is built where it is taken.
 * With `--base` and `--out`, it builds a site of files alone for any web server: model mode, and no classes.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { listen } from '../listen.ts'
import { readEnvironment } from './environment.ts'
import { swapIn } from './swap-in.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** @throws {PortError} when something listens there already */
async function askForPort(): Promise<void> {
  const { sitePort: port, host } = readEnvironment(process.env)
  const server = createServer()
  await listen(server, { port, host, who: 'The site', otherwise: 'set PORT to another port' })
  await server[Symbol.asyncDispose]()
}

/** An option can't be used. */
class OptionError extends Error {
  readonly code = 'BAD_OPTION'
}

/** @throws {OptionError} @throws {TypeError} for an option that there is not */
function readOptions() {
  const { values } = parseArgs({
    options: {
      'before-start': { type: 'boolean', default: false },
      /** The path below which the pages are served. */
      base: { type: 'string', default: '/' },
      out: { type: 'string', default: join(root, 'dist') },
    },
  })
  const base = `/${values.base}/`.replace(/\/{2,}/g, '/')
  if (!/^[\w\-./~]+$/.test(base))
    throw new OptionError(
      `--base ${values.base} is not the path of a URL: give one such as /training/login/.`,
    )
  return { base, out: resolve(values.out), isBeforeStart: values['before-start'] }
}

/** The pages take the place of the whole folder, so that it must hold pages, or nothing. */
function checkReplaceable(folder: string): void {
  const files = existsSync(folder) ? readdirSync(folder) : []
  if (files.length > 0 && !files.includes('_astro'))
    throw new OptionError(
      `${folder} holds other files, which would be lost: name a folder that is new or empty with --out.`,
    )
}

/** @param isFiles for any web server: nothing answers programs there */
function build(base: string, out: string, isFiles: boolean): number {
  checkReplaceable(out)
  mkdirSync(dirname(out), { recursive: true })
  const aside = mkdtempSync(`${out}-`)
  try {
    const astro = join(root, 'node_modules/astro/bin/astro.mjs')
    const mode = isFiles ? ['--mode', 'files'] : []
    const command = [astro, 'build', '--root', root, '--outDir', aside, '--base', base, ...mode]
    const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' })
    if (status === 0) swapIn(aside, out)
    return status ?? 1
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}

try {
  const { base, out, isBeforeStart } = readOptions()
  if (isBeforeStart) await askForPort()
  process.exitCode = build(base, out, base !== '/' || out !== join(root, 'dist'))
} catch (error) {
  console.error(error instanceof Error && 'code' in error ? error.message : error)
  process.exitCode = 2
}
