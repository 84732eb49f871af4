import type { Colors } from 'picocolors/types'
import { byCause } from '../by-cause.ts'
import { addressOf, besideDocumentation, counted } from '../in-words.ts'
import { provenanceInWords } from '../provenance.ts'
import type { CheckResult, FlowResult, StepResult, TransitionResult } from '../result.ts'
import { marks, paint, renderFinding, renderLikewise } from './paint.ts'
import { printableAll } from './printable.ts'
import { renderChecks } from './render-checks.ts'
import { renderComparisons } from './render-comparison.ts'
import { renderFaults } from './render-faults.ts'
import { renderSummary } from './render-last.ts'
import { renderStale } from './render-stale.ts'
import { renderUnreached } from './render-unreached.ts'

/** The result for a person at a terminal: a line for each documented step, and what speaks against the rest. */
export function renderTerminal(raw: CheckResult, site: string, colors: Colors): string {
  const result = printableAll(raw)
  const { target, plan, took, flows, checks } = result
  const head = [
    `${colors.bold(target.name)}  ${target.url}`,
    ...(target.defect ? [colors.yellow(`with the defect ${target.defect}`)] : []),
    colors.dim(
      `${counted(plan.paths, 'path')}, ${counted(plan.steps, 'step')}, cost ${plan.cost} (no plan costs less than ${plan.lowerBound}), ${took.toFixed(1)} s`,
    ),
    colors.dim(provenanceInWords(result.provenance)),
  ]
  return [
    head.join('\n'),
    ...flows.map((flow) => renderFlow(flow, site, colors)),
    ...(checks.length ? [renderChecks(checks, colors)] : []),
    ...renderUnreached(result, colors),
    ...renderStale(result, colors),
    ...renderComparisons(result, colors),
    ...renderFaults(result, colors),
    renderSummary(result, colors),
  ].join('\n\n')
}

function renderFlow(flow: FlowResult, site: string, colors: Colors) {
  const against = flow.transitions.filter(({ verdict, notPlanned }) => verdict !== 'passed' && !notPlanned)
  const [open, blocked] = [
    against.filter(({ verdict }) => verdict !== 'blocked' && verdict !== 'harness-error'),
    against.filter(({ verdict }) => verdict === 'blocked'),
  ]
  return [
    `${colors.bold(flow.title)}  ${paint(flow.verdict, flow.verdict, colors)}`,
    ...flow.steps.map((step) => renderStep(step, colors)),
    ...flow.sentences.map((sentence) => renderStep(sentence, colors)),
    renderRest(flow, colors),
    ...byCause(open).map((group) => renderGroup(group, site, colors)),
    ...[...Map.groupBy(blocked, ({ blockedBy }) => blockedBy)].map(
      ([cause, behind]) =>
        `  ${paint('blocked', `■ ${behind.length} behind ${cause}`, colors)}  ${colors.dim(behind.map(({ id }) => id).join(', '))}`,
    ),
    ...flow.notes.map((note) => colors.dim(`  note: ${note}`)),
  ].join('\n')
}

function renderStep({ id, text, verdict, transitions, reason }: StepResult, colors: Colors) {
  const proven = transitions.filter(({ verdict }) => verdict === 'passed').length
  const share = transitions.length ? colors.dim(`${proven}/${transitions.length}`) : ''
  const why = transitions.length === 0 && reason ? colors.dim(reason) : ''
  return `  ${paint(verdict, marks[verdict], colors)} ${id}  ${text}  ${share}${why}`.trimEnd()
}

function renderRest(flow: FlowResult, colors: Colors) {
  const rest = besideDocumentation(flow)
  const proven = rest.filter(({ verdict }) => verdict === 'passed').length
  return colors.dim(`    not documented: ${proven} of ${rest.length} transitions proven`)
}

function renderGroup([first, ...others]: TransitionResult[], site: string, colors: Colors): string {
  if (!first) return ''
  return [renderTransition(first, site, colors), ...renderLikewise(others, colors)].join('\n')
}

function renderTransition(transition: TransitionResult, site: string, colors: Colors) {
  const { id, label, origin, model, replay, repeat } = transition
  return renderFinding(
    `${id}  ${label}`,
    transition,
    { because: origin, model, replay: replay && addressOf(site, replay), repeat },
    colors,
  )
}
