import type { Colors } from 'picocolors/types'
import type { CheckVerdict, TransitionResult, Verdict } from '../result.ts'

export const marks: Record<Verdict, string> = {
  passed: '✓',
  accepted: '≈',
  failed: '✗',
  blocked: '■',
  'not-testable': '○',
  inconclusive: '?',
  'config-error': '!',
  'harness-error': '‼',
}

export function paint(verdict: Verdict, text: string, colors: Colors) {
  if (verdict === 'passed') return colors.green(text)
  const isGrave = verdict === 'failed' || verdict === 'config-error' || verdict === 'harness-error'
  return isGrave ? colors.red(text) : colors.yellow(text)
}

/** One thing that did not pass: its name, and below it a line for each thing that is known. */
export function renderFinding(
  heading: string,
  { verdict, reason, expected, observed, url, screenshot }: TransitionResult | CheckVerdict,
  {
    because,
    model,
    ...last
  }: {
    because: string
    model?: string | undefined
    replay?: string | undefined
    repeat?: string | undefined
  },
  colors: Colors,
): string {
  const lines = {
    [verdict]: reason,
    because,
    model,
    expected: expected.join('; '),
    observed: observed.join('; '),
    at: url,
    picture: screenshot,
    ...last,
  }
  return [
    `  ${paint(verdict, `${marks[verdict]} ${heading}`, colors)}`,
    ...Object.entries(lines).flatMap(([name, value]) =>
      value ? [`      ${colors.dim(name.padEnd(9))} ${value}`] : [],
    ),
  ].join('\n')
}

/** The other results that have no verdict for the same reason; none if there is none. */
export const renderLikewise = (others: readonly { id: string }[], colors: Colors): string[] =>
  others.length > 0
    ? [`      ${colors.dim('likewise')}  ${others.length}: ${others.map(({ id }) => id).join(', ')}`]
    : []
