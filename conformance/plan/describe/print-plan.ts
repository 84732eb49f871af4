import type { Colors } from 'picocolors/types'
import type { DescribedPlan } from './describe-plan.ts'
import { guaranteeInWords } from './guarantee.ts'

/** Lines of a list that are printed; the rest is counted. All of them are in the JSON. */
const MOST_LINES = 20
/** Things out of reach for the same reason that are named one by one. */
const MOST_ALIKE = 9

const count = (number: number, thing: string) => `${number} ${thing}${number === 1 ? '' : 's'}`

/** A plan as it is read in a terminal. */
export function printPlan(plan: DescribedPlan, colors: Colors): string {
  const { title, flow, depth, unreachable } = plan
  const width = Math.max(0, ...plan.paths.flatMap((path) => path.steps.map(({ label }) => label.length)))
  const paths = plan.paths.map((path, index) => {
    const facts = `${count(path.steps.length, 'step')}${path.tooLong ? ', longer than asked for: it lies deeper' : ''}`
    const steps = path.steps.map(({ label, state, verifies }, step) => {
      const number = `${step + 1}`.padStart(4)
      const proof = verifies === undefined ? '' : `, which proves where step ${verifies + 1} has led`
      return `${colors.dim(number)}  ${label.padEnd(width)}  ${colors.dim(`→ ${state}${proof}`)}`
    })
    const begins = path.given ? ` ${colors.dim(`(${path.given}; ${facts})`)}` : ` ${colors.dim(`(${facts})`)}`
    return [`  Path ${index + 1}: ${path.begins}${begins}`, ...steps].join('\n')
  })
  const missing = shortened(byReason(unreachable))
  return [
    colors.bold(`${title}${title === flow ? '' : ` (${flow})`}, ${depth}`),
    ...paths,
    `  ${totals(plan)}`,
    shortened(guaranteeInWords(plan).map((line) => `  ${line}`)).join('\n'),
    missing.length === 0 ? '  Nothing is out of reach.' : ['  Out of reach:', ...missing].join('\n'),
  ].join('\n\n')
}

/** One line for each reason, with the first of those that it holds for. */
function byReason(unreachable: DescribedPlan['unreachable']): string[] {
  const reasons = Map.groupBy(unreachable, ({ reason }) => reason)
  return [...reasons].flatMap(([reason, [first, ...others]]) =>
    others.length > MOST_ALIKE
      ? [`    ${first?.id} and ${others.length} more: ${reason}`]
      : [first, ...others].map((one) => `    ${one?.id}: ${reason}`),
  )
}

function shortened(lines: string[]): string[] {
  if (lines.length <= MOST_LINES) return lines
  return [...lines.slice(0, MOST_LINES), `    and ${lines.length - MOST_LINES} more, which --json lists`]
}

/** How much a plan, or several together, is and costs, and where it is known what no plan can do without. */
export function totals(
  plan: Pick<DescribedPlan, 'steps' | 'cost' | 'lowerBound' | 'tour'> & { paths: { length: number } },
): string {
  const { paths, steps, cost, lowerBound, tour } = plan
  const all = `${count(paths.length, 'path')}, ${count(steps, 'step')}, cost ${cost}`
  if (tour) return `${all}.`
  const ratio = lowerBound > 0 ? (cost / lowerBound).toFixed(3) : '1.000'
  return `${all}: ${ratio} times the lower bound of ${lowerBound}.`
}
