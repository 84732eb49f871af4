import { packs } from '../../../machines/index.ts'
import { capabilities } from '../../../machines/model/event.ts'
import type { Flow } from '../../../machines/model/flow.ts'
import { promises } from '../../plan/describe/guarantee.ts'
import { planFlow } from '../../plan/flow/plan-paths.ts'
import { type Depth, depths } from '../../plan/index.ts'
import { withExtraState, withSeveralDifferences, withWrongTarget } from '../../plan/mutants/mutate.ts'
import { isDifferent, isFound } from '../../plan/mutants/run.ts'
import { type Table, tableOf } from '../../plan/mutants/table.ts'
import { markdownTable, milliseconds, ratio } from '../../report/markdown-table.ts'
import { measure } from '../plan/measure.ts'
import { randomly } from '../plan/random-machine.ts'

const SEED = 12
/** Machines with several differences for each flow. */
const SAMPLE = 500

interface Subject {
  flow: Flow
  table: Table
  /** Kind → machines that something tells from the model. */
  mutants: Record<string, Table[]>
}

interface Entry {
  name: string
  depth: Depth
  written: boolean
}

const walked = depths.filter((depth) => depth !== 'states')
const theTour: Entry = { name: 'the tour', depth: 'transitions', written: false }
const entries: Entry[] = [
  theTour,
  ...walked.slice(1).map((depth) => ({ name: `\`${depth}\``, depth, written: false })),
  ...walked.map((depth) => ({ name: `\`${depth} --written\``, depth, written: true })),
]

/** What each depth takes and finds on our flows, judged by mutants of the models. */
export async function depthBench(): Promise<string> {
  const subjects = packs.flatMap(({ flows }) => flows).map(subjectOf)
  const tours = subjects.map(({ flow }) => planOf(flow, theTour).steps)
  const tour = sum(tours)
  const rows = entries.map((entry) => {
    const plans = subjects.map(({ flow }) => planOf(flow, entry))
    const steps = sum(plans.map(({ steps }) => steps))
    const time = measure(() => subjects.map(({ flow }) => planOf(flow, entry)))
    const found = Object.keys(subjects[0]?.mutants ?? {}).map((kind) => {
      const counts = subjects.map(({ table, mutants }, n) => {
        const all = mutants[kind] ?? []
        return {
          all: all.length,
          found: all.filter((one) => isFound(table, one, plans[n]?.paths ?? [])).length,
        }
      })
      return percent(sum(counts.map(({ found }) => found)), sum(counts.map(({ all }) => all)))
    })
    const paths = sum(plans.map((plan) => plan.paths.length))
    return [entry.name, `${paths}`, `${steps}`, ratio(steps, tour), milliseconds(time), ...found]
  })
  const kinds = Object.keys(subjects[0]?.mutants ?? {}).map((kind) => {
    const all = sum(subjects.map(({ mutants }) => mutants[kind]?.length ?? 0))
    return `${kind} (${all})`
  })
  const byFlow = subjects.map(({ flow }, n) => [
    flow.id,
    ...walked.map((depth) => {
      const { steps } = planOf(flow, { name: '', depth, written: false })
      return depth === 'transitions' ? `${tours[n]}` : `${steps} (${ratio(steps, tours[n] ?? 0)})`
    }),
  ])
  return [
    markdownTable(['depth', 'paths', 'steps', '÷ tour', 'planned in', ...kinds], rows),
    markdownTable(
      ['depth', 'is certain to find'],
      walked.map((depth) => [`\`${depth}\``, promises[depth]]),
    ),
    markdownTable(['steps (÷ tour)', ...walked], byFlow),
  ].join('\n\n')
}

const planOf = (flow: Flow, { depth, written }: Entry) =>
  planFlow(flow, { capabilities, depth, written, known: { passed: [], notPassed: [] }, first: 1 })

function subjectOf(flow: Flow): Subject {
  const table = tableOf(flow)
  const targets = [...withWrongTarget(table)].filter((one) => isDifferent(table, one.table))
  const different = (mutants: Iterable<{ table: Table }>) =>
    [...mutants].map(({ table }) => table).filter((one) => isDifferent(table, one))
  return {
    flow,
    table,
    mutants: {
      'wrong targets': targets.map(({ table }) => table),
      'that look right': targets.flatMap(({ table, looksRight }) => (looksRight ? [table] : [])),
      'extra state': different(withExtraState(table)),
      'several differences': different(withSeveralDifferences(table, randomly(SEED), SAMPLE)),
    },
  }
}

const percent = (part: number, all: number) =>
  `${part === all ? 100 : (Math.floor((1000 * part) / all) / 10).toFixed(1)} %`

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
