import type { Colors } from 'picocolors/types'
import type { DescribedPlan } from './describe-flow.ts'

const count = (number: number, thing: string) => `${number} ${thing}${number === 1 ? '' : 's'}`

/** A plan as it is read in a terminal. */
export function printPlan(plan: DescribedPlan, colors: Colors): string {
  const { title, flow, coverage, unreachable } = plan
  const width = Math.max(0, ...plan.paths.flatMap((path) => path.steps.map(({ label }) => label.length)))
  const paths = plan.paths.map((path, index) => {
    const facts = `${count(path.steps.length, 'step')}${path.tooLong ? ', longer than asked for: it lies deeper' : ''}`
    const steps = path.steps.map(({ label, state }, step) => {
      const number = `${step + 1}`.padStart(4)
      return `${colors.dim(number)}  ${label.padEnd(width)}  ${colors.dim(`→ ${state}`)}`
    })
    const head = `  Path ${index + 1}: ${path.begins} ${colors.dim(`(${path.given}; ${facts})`)}`
    return [head, ...steps].join('\n')
  })
  const missing = unreachable.map(({ id, reason }) => `    ${id}: ${reason}`)
  return [
    colors.bold(`${title} (${flow}), ${coverage}`),
    ...paths,
    `  ${totals(plan)}`,
    missing.length === 0 ? '  Nothing is out of reach.' : ['  Out of reach:', ...missing].join('\n'),
  ].join('\n\n')
}

/** How much a plan, or several together, is and costs, beside what no plan can do without. */
export function totals(
  plan: Pick<DescribedPlan, 'steps' | 'cost' | 'lowerBound'> & { paths: { length: number } },
): string {
  const { paths, steps, cost, lowerBound } = plan
  const ratio = lowerBound > 0 ? (cost / lowerBound).toFixed(3) : '1.000'
  return `${count(paths.length, 'path')}, ${count(steps, 'step')}, cost ${cost}: ${ratio} times the lower bound of ${lowerBound}.`
}
