/**
 * `npm run build`: builds the pages aside and swaps them in, so that a site that runs never lacks a page.
 * `npm start` runs it with `--before-start`: then the site's port is asked for first, and nothing is built where it is taken.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
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

function build(): number {
  const aside = mkdtempSync(join(root, 'dist-'))
  try {
    const astro = join(root, 'node_modules/astro/bin/astro.mjs')
    const command = [astro, 'build', '--root', root, '--outDir', aside]
    const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' })
    if (status === 0) swapIn(aside, join(root, 'dist'))
    return status ?? 1
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}

try {
  if (process.argv.includes('--before-start')) await askForPort()
  process.exitCode = build()
} catch (error) {
  console.error(error instanceof Error && 'code' in error ? error.message : error)
  process.exitCode = 2
}
