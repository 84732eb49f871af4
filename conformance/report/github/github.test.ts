import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { createColors } from 'picocolors'
import { expect, test } from 'vitest'
import { fullResult } from '../fixtures/full-result.ts'
import { report } from '../reporters.ts'
import type { CheckResult } from '../result.ts'
import { printable } from '../terminal/printable.ts'
import { annotationsOf } from './annotations.ts'
import { stepSummary } from './step-summary.ts'

const site = 'http://localhost:4321'

/** A result whose failing step is documented there, and whose target says that. */
function resultAt(documented: string, reason: string): CheckResult {
  const result = fullResult()
  for (const flow of result.flows) {
    for (const step of flow.steps) step.documented = documented
    for (const one of flow.transitions) if (one.verdict === 'failed') one.reason = reason
  }
  return result
}

test('each finding is an annotation at its line, the documented sentences first', () => {
  const lines = annotationsOf(resultAt('docs/log-in.md:12', 'Not there.'), site)
  expect(lines[0]).toMatch(/^::error file=docs\/log-in\.md,line=12,title=\S+::/)
  const checks = lines.findIndex((line) => line.includes('title=LNK1'))
  expect(checks).toBeGreaterThan(0)
  expect(lines.slice(checks).some((line) => line.includes('docs/log-in.md'))).toBe(false)
})

test('what a target says is no command, and no property', () => {
  const lines = annotationsOf(resultAt('docs/a,b:c%.md:3', '100 %\r\n::set-env name=X::1\u001b[2J'), site)
  const line = lines.find((one) => one.includes('set-env')) ?? ''
  expect(line).toMatch(/^::error file=docs\/a%2Cb%3Ac%25\.md,line=3,title=/)
  expect(line).toContain('100 %25 ::set-env')
  for (const one of lines) expect(one).toBe(printable(one).replace(/\s*[\r\n]+/g, ' '))
})

test('a place is seen from the root of the repository', () => {
  const [line] = annotationsOf(resultAt('docs/log-in.md:12', 'Not there.'), site, dirname(process.cwd()))
  expect(line).toContain(`file=${basename(process.cwd())}/docs/log-in.md,line=12`)
})

test('the summary is one line for the run, and a row for each finding with a link to its line', () => {
  const workflow = {
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'heron/nest',
    GITHUB_SHA: 'abc123',
  }
  const text = stepSummary(resultAt('docs/log in.md:12', 'a | <b> `c` @team'), site, workflow)
  const [first = '', , ...rest] = text.split('\n')
  expect(first).toMatch(/^\*\*The bundled tenant\*\*: ❌ does not conform\. Steps: \d+ passed, .* 61 s\.$/)
  const row = rest.find((line) => line.includes('log in.md')) ?? ''
  expect(row).toContain(
    '[`docs/log in.md:12`](https://github.com/heron/nest/blob/abc123/docs/log%20in.md?plain=1#L12)',
  )
  const own = rest.find((line) => line.includes('&#124;')) ?? ''
  expect(own).toContain('a &#124; &#60;b&#62; &#96;c&#96; @\u200bteam')
})

test('the summary is appended where GitHub says, and the terminal gets what the reporters are', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'doorstep-github-')), 'summary.md')
  writeFileSync(file, 'before\n')
  const env = { GITHUB_STEP_SUMMARY: file }
  const result = resultAt('docs/log-in.md:12', 'Not there.')
  const both = report(result, { reporter: ['list', 'github'], site }, createColors(false), env)
  expect(both).toMatch(/^::error /)
  expect(both).toContain('\n\nLog in  ')
  expect(readFileSync(file, 'utf8')).toMatch(/^before\n\*\*The bundled tenant\*\*/)

  const github = report(result, { reporter: ['github'], site }, createColors(false), {})
  expect(github).toContain('::error ')
  expect(github).not.toContain('\n\nLog in  ')
  expect(github).toMatch(/Result {7}does not conform$/)

  const quiet = report(result, { reporter: ['list'], quiet: true, site }, createColors(false), env)
  expect(quiet).toMatch(/^The bundled tenant {2}\S+\nSteps .*\nTransitions .*\nChecks .*\nTried .*\nResult/)
  expect(readFileSync(file, 'utf8').match(/bundled tenant/g)).toHaveLength(1)
})
