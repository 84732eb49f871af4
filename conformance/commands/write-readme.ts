import { readFileSync, writeFileSync } from 'node:fs'
import { aboutOf } from '../checks/render-readme.ts'
import { counted } from '../report/in-words.ts'
import {
  type CheckResult,
  type CheckVerdict,
  checkResult,
  type FlowResult,
  type Verdict,
} from '../report/result.ts'

const BEGIN = '<!-- verdicts -->'

/** Separates the verdicts on flows from those on checks, in a README that has both. Each part is written when the report has it. */
const CHECKS = '<!-- checks -->'

/**
 * `node --import tsx conformance/commands/write-readme.ts REPORT README` writes the verdicts to the end of a README, behind its line
 * `<!-- verdicts -->`.
 */
const [file, readme] = process.argv.slice(2)
if (!file || !readme)
  throw new Error(
    'Name the report, the file that "npx doorstep check … --json FILE" has written, and the README.',
  )
const [before = '', ...found] = readFileSync(readme, 'utf8').split(BEGIN)
if (found.length === 0) throw new Error(`${readme} has no place for the verdicts: add a line "${BEGIN}".`)
const result = checkResult.parse(JSON.parse(readFileSync(file, 'utf8')))
const [onFlows = '', onChecks] = (found[0] ?? '').split(CHECKS)
writeFileSync(
  readme,
  `${before}${BEGIN}${onChecks === undefined ? `\n\n${verdicts(result)}` : apart(onFlows, onChecks)}`,
)

function apart(onFlows: string, onChecks: string): string {
  const { flows, checks, date, summary } = result
  const kinds = [...Map.groupBy(checks, aboutOf)]
  const heading = `## Checks of ${date.slice(0, 10)}\n\n${counted(checks.length, 'check')}: ${inNumbers(summary.checks)}.`
  return [
    flows.length > 0 ? `\n\n${verdicts({ ...result, checks: [] })}\n` : onFlows,
    checks.length > 0
      ? `\n\n${[heading, ...kinds.map(([about, own]) => checkTable(about, own))].join('\n\n')}\n`
      : onChecks,
  ].join(CHECKS)
}

function verdicts({ target, date, took, plan, flows, checks, summary }: CheckResult): string {
  const kinds = Map.groupBy(checks, aboutOf)
  const sections = [...flows.map(flowTable), ...[...kinds].map(([about, own]) => checkTable(about, own))]
  return `## Verdicts of ${date.slice(0, 10)}

${target.name}: ${counted(plan.paths, 'path')}, ${counted(plan.steps, 'step')}${checks.length > 0 ? `, ${counted(checks.length, 'check')}` : ''}, ${counted(Math.round(took / 60), 'minute')}. Steps: ${inNumbers(summary.steps)}.
Transitions: ${inNumbers(summary.transitions)}.${checks.length > 0 ? ` Checks: ${inNumbers(summary.checks)}.` : ''}

${sections.join('\n\n')}
`
}

function inNumbers(counts: Partial<Record<Verdict, number>>): string {
  return Object.entries(counts)
    .map(([verdict, count]) => `${count} ${verdict}`)
    .join(', ')
}

function flowTable({ title, steps, sentences, transitions, notes }: FlowResult): string {
  const rows = [...steps, ...sentences].map(
    ({ id, text, verdict }) => `| ${id} | ${cell(text)} | ${verdict} |`,
  )
  const open = transitions.filter(({ verdict }) => verdict !== 'passed' && verdict !== 'not-testable')
  const findings = open.map(
    ({ id, verdict, label, reason = '' }) => `- **${verdict}** \`${id}\` ${label}: ${cell(reason)}`,
  )
  const untested = transitions.filter(({ verdict }) => verdict === 'not-testable').length
  return [
    `### ${title}\n`,
    '| step | what the documentation says | verdict |\n| --- | --- | --- |',
    ...rows,
    '',
    ...findings,
    ...(untested > 0
      ? [`- Not testable here: ${untested} ${untested === 1 ? 'transition' : 'transitions'}.`]
      : []),
    ...(notes.length > 0 ? ['', `Notes: ${notes.map(cell).join('; ')}.`] : []),
  ].join('\n')
}

/** Checks that cannot be tested come last, with their ids only. */
function checkTable(about: string, checks: CheckVerdict[]): string {
  const untested = checks.filter(({ verdict }) => verdict === 'not-testable')
  const rows = checks
    .filter(({ verdict }) => verdict !== 'not-testable')
    .map((check) => `| ${check.id} | ${cell(check.title)} | ${check.verdict} | ${cell(check.reason ?? '')} |`)
  const table = ['| check | what must be so | verdict | why |\n| --- | --- | --- | --- |', ...rows, '']
  return [
    `### ${about}\n`,
    ...(rows.length > 0 ? table : []),
    ...(untested.length > 0
      ? ['Not testable here:', '', ...untested.map((check) => `- ${check.id}: ${cell(check.reason ?? '')}`)]
      : []),
  ]
    .join('\n')
    .trimEnd()
}

/** A browser's error may bring markup and several lines along. */
function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[|<]/g, '\\$&')
}
