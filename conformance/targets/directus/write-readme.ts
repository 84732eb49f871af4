import { readFileSync, writeFileSync } from 'node:fs'
import { type CheckResult, checkResult, type FlowResult, type Verdict } from '../../report/result.ts'

/** `node --import tsx conformance/targets/directus/write-readme.ts report.json` writes the verdicts into the README beside it. */
const [file] = process.argv.slice(2)
if (!file) throw new Error('Name the report: the file that "npx doorstep check … --json FILE" has written.')
const result = checkResult.parse(JSON.parse(readFileSync(file, 'utf8')))
const readme = new URL('README.md', import.meta.url)
const BEGIN = '<!-- verdicts -->'
const [before = ''] = readFileSync(readme, 'utf8').split(BEGIN)
writeFileSync(readme, `${before}${BEGIN}\n\n${verdicts(result)}`)

function verdicts({ target, date, took, plan, flows, summary }: CheckResult): string {
  const counts = (of: Partial<Record<Verdict, number>>) =>
    Object.entries(of)
      .map(([verdict, count]) => `${count} ${verdict}`)
      .join(', ')
  return `## Verdicts of ${date.slice(0, 10)}

${target.name}: ${plan.paths} paths, ${plan.steps} steps, ${Math.round(took / 60)} minutes on a busy machine. Steps: ${counts(summary.steps)}.
Transitions: ${counts(summary.transitions)}.

${flows.map(flowTable).join('\n\n')}
`
}

function flowTable({ title, steps, sentences, transitions, notes }: FlowResult): string {
  const rows = [...steps, ...sentences].map(
    ({ id, text, verdict }) => `| ${id} | ${cell(text)} | ${verdict} |`,
  )
  const told = transitions.filter(({ verdict }) => verdict !== 'passed' && verdict !== 'not-testable')
  const findings = told.map(
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

/** A browser's error may bring markup and several lines along. */
function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[|<]/g, '\\$&')
}
