/**
 * `npm run example-report`: checks the bundled tenant with a seeded defect, and keeps the report for the page about checks. Run it
 * again when reports change.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readResult } from '../../../conformance/report/read-result.ts'
import { exampleOf } from './example-of.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** What anybody can run, and the page shows: the script in package.json says it. */
const ARGS = ['check', ...process.argv.slice(2)]
/** The links of the report lead to the site that shows it. */
const ANY_SITE = 'https://site.example'

const folder = mkdtempSync(join(tmpdir(), 'doorstep-example-'))
try {
  const [json, html] = [join(folder, 'result.json'), join(folder, 'report.html')]
  const command = [here('../../../conformance/doorstep.mjs'), ...ARGS]
  const files = ['--json', json, '--html', html, '--site', ANY_SITE]
  const { status } = spawnSync(process.execPath, [...command, ...files], { stdio: 'inherit' })
  // The defect is there to be found.
  if (status !== 1) throw new Error(`The check ended with ${status}, not with 1: nothing is kept.`)
  const example = exampleOf(readResult(json), `npx doorstep ${ARGS.join(' ')} --html report.html`)
  writeFileSync(here('./result.json'), `${JSON.stringify(example, null, 2)}\n`)
  writeFileSync(here('../../public/example-report.html'), readFileSync(html, 'utf8').replaceAll(ANY_SITE, ''))
} finally {
  rmSync(folder, { recursive: true })
}
