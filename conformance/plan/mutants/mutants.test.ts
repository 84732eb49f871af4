import { describe, expect, test } from 'vitest'
import { packs } from '../../../machines/index.ts'
import { capabilities } from '../../../machines/model/event.ts'
import { planFlow } from '../flow/plan-paths.ts'
import type { Depth } from '../index.ts'
import { type Mutant, withExtraState, withWrongTarget } from './mutate.ts'
import { isDifferent, isFound } from './run.ts'
import { tableOf } from './table.ts'

const flows = packs.flatMap(({ flows }) => flows)

/** Every nth of the machines with an extra state, because there are thousands. */
const SAMPLE = 3

describe.each(flows)('$id', (flow) => {
  const table = tableOf(flow)
  const different = (mutants: Iterable<Mutant>) => [...mutants].filter((one) => isDifferent(table, one.table))
  const wrongTargets = different(withWrongTarget(table))
  const extraStates = different([...withExtraState(table)].filter((_, n) => n % SAMPLE === 0))
  const missedBy = (depth: Depth, mutants: readonly Mutant[]) => {
    const request = { capabilities, depth, known: { passed: [], notPassed: [] }, first: 1 }
    const { paths } = planFlow(flow, request)
    return mutants.filter((one) => !isFound(table, one.table, paths)).map(({ wrong }) => wrong)
  }

  test('"targets" finds every transition that ends in a wrong state', () => {
    expect(wrongTargets.length).toBeGreaterThan(100)
    expect(missedBy('targets', wrongTargets)).toEqual([])
  })

  test('"extra-state" finds those and every state too many', () => {
    expect(extraStates.length).toBeGreaterThan(40)
    expect(missedBy('extra-state', [...wrongTargets, ...extraStates])).toEqual([])
  })

  test('the tour alone misses some', () => {
    const missed = missedBy('transitions', extraStates)
    expect(missed.length / extraStates.length).toBeGreaterThan(0.15)
  })
})
