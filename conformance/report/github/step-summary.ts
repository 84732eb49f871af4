import { type Finding, findingsOf } from '../findings.ts'
import { inNumbers } from '../in-words.ts'
import { markdownTable } from '../markdown-table.ts'
import { placeInRepository } from '../place.ts'
import type { CheckResult } from '../result.ts'
import { printableAll } from '../terminal/printable.ts'

/** What GitHub Actions says of itself in the environment. */
export type Workflow = Readonly<Record<string, string | undefined>>

const inWords = { yes: '✅ conforms', no: '❌ does not conform', unknown: '⚠️ no verdict' }
const marks = { fails: '❌', known: '⚠️ known', advice: '💡 advice' } as const

/** GitHub refuses a summary of more than 1 MiB; this many rows stay far below. */
const MOST_ROWS = 200

/** The run in one line, and what the documentation says and the target does not do, with its place. */
export function stepSummary(raw: CheckResult, site: string, workflow: Workflow = {}): string {
  const result = printableAll(raw)
  const findings = findingsOf(result, site)
  const shown = findings.slice(0, MOST_ROWS)
  const rows = shown.map((finding) => [
    marks[finding.weight],
    linked(finding, workflow),
    cell(finding.name),
    cell(finding.outcome.message),
  ])
  const more = findings.length - shown.length
  return [
    summaryLine(result),
    ...(rows.length > 0 ? [markdownTable(['', 'where', 'documented', 'verdict'], rows)] : []),
    ...(more > 0 ? [`And ${more} more.`] : []),
    '',
  ].join('\n\n')
}

/** `**The portal**: does not conform. Steps: 10 passed, 2 failed. …` */
function summaryLine({ target, flows, checks, summary, took, baseline }: CheckResult): string {
  const of = (name: string, counts: Parameters<typeof inNumbers>[0]) =>
    `${name}: ${inNumbers(counts) || 'none'}.`
  return [
    `**${cell(target.name)}**: ${inWords[summary.conforms]}.`,
    ...(flows.length > 0 ? [of('Steps', summary.steps), of('Transitions', summary.transitions)] : []),
    ...(checks.length > 0 ? [of('Checks', summary.checks)] : []),
    ...(baseline ? [`Baseline: ${baseline.new.length} new, ${baseline.fixed.length} fixed.`] : []),
    `${Math.round(took)} s.`,
  ].join(' ')
}

function linked(
  { place, id }: Finding,
  { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_SHA, GITHUB_WORKSPACE }: Workflow,
): string {
  const { file, line } = placeInRepository(place, GITHUB_WORKSPACE) ?? {}
  if (!file) return `\`${id}\``
  const text = `\`${line === undefined ? file : `${file}:${line}`}\``
  if (!GITHUB_SERVER_URL || !GITHUB_REPOSITORY || !GITHUB_SHA || file.startsWith('..')) return text
  const path = file.split(/[\\/]/).map(encodeURIComponent).join('/')
  const anchor = line === undefined ? '' : `?plain=1#L${line}`
  return `[${text}](${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/blob/${GITHUB_SHA}/${path}${anchor})`
}

/** A target's text must not become markup, a mention, or another cell. */
const cell = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|~]/g, (character) => `&#${character.codePointAt(0)};`)
    .replaceAll('@', '@\u200b')
