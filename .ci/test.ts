/**
 * `npm test`: makes sure that there is a browser, builds the site, and runs the unit tests and then the browser tests.
 * `npm run test:long`: the same with the tests that `npm test` leaves out, and nothing else.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ensureBrowser } from '../conformance/browser-install.ts'
import { CheckError } from '../conformance/errors.ts'

interface Tally {
  passed: number
  failed: number
}

const require = createRequire(import.meta.url)
const folder = mkdtempSync(join(tmpdir(), 'doorstep-test-'))

/** Runs a package's own command with this Node, its output to the terminal. */
function run(name: string, args: string[], env: NodeJS.ProcessEnv = {}): boolean {
  const manifest = require.resolve(`${name}/package.json`)
  const { bin } = require(manifest)
  const file = typeof bin === 'string' ? bin : Object.values<string>(bin)[0]
  const command = [join(dirname(manifest), file ?? ''), ...args]
  return (
    spawnSync(process.execPath, command, { stdio: 'inherit', env: { ...process.env, ...env } }).status === 0
  )
}

/** What a JSON reporter wrote; a run that failed without a failing test counts as one. */
function tally(ok: boolean, file: string, read: (report: never) => Tally): Tally {
  try {
    const { passed, failed } = read(JSON.parse(readFileSync(file, 'utf8')) as never)
    return { passed, failed: ok ? failed : Math.max(failed, 1) }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

/** @param projects as `vitest --project` takes them */
function unitTests(projects: string): Tally {
  const file = join(folder, 'vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const ok = run('vitest', ['run', `--project=${projects}`, '--passWithNoTests', ...reporters])
  return tally(ok, file, (report: { numPassedTests: number; numFailedTests: number }) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
  }))
}

function browserTests(project: 'short' | 'long'): Tally {
  const file = join(folder, 'playwright.json')
  const args = ['test', `--project=${project}`, '--reporter=list,json']
  const ok = run('@playwright/test', args, { PLAYWRIGHT_JSON_OUTPUT_FILE: file })
  return tally(ok, file, ({ stats }: { stats: Record<'expected' | 'unexpected' | 'flaky', number> }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
  }))
}

function all(): Tally[] {
  try {
    ensureBrowser()
  } catch (error) {
    if (!(error instanceof CheckError)) throw error
    console.error(error.message)
    return [{ passed: 0, failed: 1 }]
  }
  if (spawnSync(process.execPath, ['site/server/build.ts'], { stdio: 'inherit' }).status !== 0)
    return [{ passed: 0, failed: 1 }]
  return process.argv.includes('--long')
    ? [unitTests('*-long'), browserTests('long')]
    : [unitTests('!*-long'), browserTests('short')]
}

const tallies = all()
rmSync(folder, { recursive: true, force: true })
const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0)
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
