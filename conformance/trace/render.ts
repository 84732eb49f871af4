import type { Colors } from 'picocolors/types'
import { placeText, type SourceLocation } from '../packs/source/pack-source.ts'
import { count, type Drift } from './drift-kinds.ts'
import type { Gap } from './gaps.ts'
import { excerpt, type Irregularity } from './irregularities.ts'
import type { SkippedPage } from './list-pages.ts'
import type { Trace, TracedProcedure, TracedStep, TracedTransition } from './trace.ts'

const TEXT_LENGTH = 64

const NO_PROCEDURE =
  'The given pages hold no procedure: no numbered steps were found. Number the instructions (“1. Click Save.”), or name the pages that have them.'

/** `log-in.ts:91, shared.ts:7 → screens.ts:12`: each place separately, so that a terminal can open it. */
function placesOf(transitions: TracedTransition[]): string {
  const each = (places: SourceLocation[]) => [...new Set(places.map(placeText))].join(', ')
  return `${each(transitions)} → ${each(transitions.map(({ screen }) => screen))}`
}

function renderStep({ id, number, text, labels, line, transitions }: TracedStep, colors: Colors): string {
  const where = colors.dim(placesOf(transitions))
  const state = !id
    ? colors.red('not modelled')
    : transitions.length === 0
      ? colors.yellow(`${id}, no transition`)
      : `${colors.green(id)}, ${count(transitions.length, 'transition')} ${where}`
  const named = labels.length > 0 ? colors.dim(` [${labels.join(', ')}]`) : ''
  return [
    `  ${String(number).padStart(2)}  ${state}`,
    `      ${colors.dim(`:${line}`)} ${excerpt(text, TEXT_LENGTH)}${named}`,
  ].join('\n')
}

function renderProcedure({ title, flow, steps }: TracedProcedure, colors: Colors): string {
  const file = steps[0] ? colors.dim(`  ${steps[0].file}:${steps[0].line}`) : ''
  const heading = `${colors.bold(title)} → ${flow ? colors.cyan(flow) : colors.red('no flow')}${file}`
  return [heading, ...steps.map((step) => renderStep(step, colors))].join('\n')
}

const renderIrregularity = ({ kind, file, line, text }: Irregularity, colors: Colors) =>
  `  ${colors.dim(`${file}:${line}`)} ${colors.yellow(kind)} ${text}`

function renderGap({ open, flow, kind, title, text, ...place }: Gap, colors: Colors): string {
  const mark = open ? colors.red(kind) : colors.blue(kind)
  return `  ${colors.dim(placeText(place))} ${mark} ${flow ? `${flow}: ` : ''}${colors.bold(title)}\n    ${text}`
}

/** One message; or, for all steps of a procedure that moved together, one for all. */
function renderDrift(drift: Drift[], colors: Colors): string {
  const [first] = drift
  if (!first) return ''
  const place = first.file ? colors.dim(`  ${first.file}:${first.line}`) : ''
  const numbers = drift.map(({ number }) => number).join(', ')
  const text = drift.length === 1 ? first.text : first.text.replace(/^Step \d+/, `Steps ${numbers}`)
  return `    ${colors.yellow(first.kind)} ${text}${first.step && drift.length === 1 ? colors.dim(` ${first.step}`) : ''}${place}`
}

/** Neighbouring messages of steps that moved are one. */
function together(drift: Drift[]): Drift[][] {
  const groups: Drift[][] = []
  for (const one of drift) {
    const last = groups.at(-1)
    const isMove = one.kind === 'step-moved' && last?.[0]?.kind === 'step-moved'
    if (last && isMove) last.push(one)
    else groups.push([one])
  }
  return groups
}

function renderAllDrift(drift: Drift[], colors: Colors): string[] {
  const places = Map.groupBy(drift, ({ page, title }) => (title ? `${page} › ${title}` : page))
  return [...places].map(([place, messages]) =>
    [`  ${colors.bold(place)}`, ...together(messages).map((group) => renderDrift(group, colors))].join('\n'),
  )
}

function summary({ procedures, irregularities, gaps, drift }: Trace): string {
  const steps = procedures.flatMap((procedure) => procedure.steps)
  const documented = new Set(procedures.map(({ title, steps }) => JSON.stringify([title, steps[0]?.file])))
  const modelled = steps.filter(({ id }) => id !== null).length
  const open = gaps.filter((gap) => gap.open).length
  return [
    `${count(documented.size, 'procedure')}, ${count(steps.length, 'step')}: ${modelled} modelled, ${steps.length - modelled} not.`,
    `${irregularities.length === 1 ? '1 irregularity' : `${irregularities.length} irregularities`}, ${count(gaps.length, 'gap')} (${open} open), ${count(drift.length, 'drift message')}.`,
  ].join(' ')
}

/** The gaps, open ones first; steps without a flow are only counted, because they are listed above as not modelled. */
function renderGaps(gaps: Gap[], colors: Colors): string[] {
  const withoutFlow = gaps.filter(({ flow }) => flow === null).length
  const others = gaps.filter(({ flow }) => flow !== null).sort((a, b) => Number(b.open) - Number(a.open))
  return [
    ...(withoutFlow > 0
      ? [
          `  ${colors.red('no-transition')} ${count(withoutFlow, 'step')} of procedures that are no flow; see above.`,
        ]
      : []),
    ...others.map((gap) => renderGap(gap, colors)),
  ]
}

const renderSkipped = ({ text, open }: SkippedPage, colors: Colors) =>
  `  ${open ? colors.red('not-read') : colors.yellow('not-read')} ${text}`

/** A trace for a person to read, with file and line of everything. */
export function renderTrace(trace: Trace, colors: Colors): string {
  const { procedures, irregularities, gaps, drift, skipped } = trace
  const part = (title: string, lines: string[]) =>
    lines.length === 0 ? [] : [`${colors.underline(title)}\n${lines.join('\n')}`]
  return [
    ...procedures.map((procedure) => renderProcedure(procedure, colors)),
    ...part(
      'Irregularities',
      irregularities.map((one) => renderIrregularity(one, colors)),
    ),
    ...part(
      'Pages that were not read',
      skipped.map((one) => renderSkipped(one, colors)),
    ),
    ...part('Gaps', renderGaps(gaps, colors)),
    ...part('Drift since the lock', renderAllDrift(drift, colors)),
    ...(procedures.length === 0 ? [colors.red(NO_PROCEDURE)] : []),
    summary(trace),
  ].join('\n\n')
}
