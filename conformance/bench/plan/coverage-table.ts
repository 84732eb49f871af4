import { coverages, explore, planGraph } from '../../plan/index.ts'
import { markdownTable, milliseconds, ratio } from '../../report/markdown-table.ts'
import { RESET_COST } from './contestants.ts'
import { measure } from './measure.ts'
import { subjects } from './subjects.ts'

const heads = [
  'Doorstep',
  'coverage',
  'obligations',
  'cost',
  'cost ÷ lower bound',
  'graph given',
  'cost with `maxSteps: 20`',
]

/** The planner alone, at every coverage. */
export function coverageTable(): string {
  const rows = Object.entries(subjects).flatMap(([subject, models]) => {
    const graphs = models().map(({ machine, inputs }) => explore(machine, { ...(inputs && { inputs }) }))
    return coverages.map((coverage) => {
      const planAll = (maxSteps: number) =>
        graphs.map((graph) => planGraph(graph, { coverage, maxSteps, resetCost: RESET_COST }))
      const free = planAll(Number.POSITIVE_INFINITY)
      const limited = planAll(20)
      const sum = (plans: typeof free, key: 'cost' | 'lowerBound') =>
        plans.reduce((all, plan) => all + plan[key], 0)
      const bound = sum(free, 'lowerBound')
      return [
        subject,
        coverage,
        `${free.reduce((all, { covered }) => all + covered.length, 0)}`,
        `${sum(free, 'cost')}`,
        ratio(sum(free, 'cost'), bound),
        milliseconds(measure(() => planAll(Number.POSITIVE_INFINITY))),
        `${sum(limited, 'cost')} (${ratio(sum(limited, 'cost'), bound)})`,
      ]
    })
  })
  return markdownTable(heads, rows)
}
