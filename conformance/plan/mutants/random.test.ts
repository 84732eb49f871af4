import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AnyMachineSnapshot, createMachine } from 'xstate'
import { type Depth, type MachineLooks, plan } from '../index.ts'
import { withExtraState, withWrongTarget } from './mutate.ts'
import { isDifferent, isFound } from './run.ts'
import type { Row, Table } from './table.ts'

/** Small machines of every shape, most of whose states look alike: some events are not defined, some states end it. */
const tables: fc.Arbitrary<Table> = fc.integer({ min: 2, max: 6 }).chain((count) => {
  const state = fc.integer({ min: 0, max: count - 1 }).map((n) => `s${n}`)
  const row = fc.record({ to: state, shows: fc.constantFrom('', '', 'no') })
  const events = fc.dictionary(fc.constantFrom('a', 'b', 'c'), row, { maxKeys: 3 })
  return fc
    .record({
      rows: fc.array(events, { minLength: count, maxLength: count }),
      looks: fc.array(fc.constantFrom('page', 'page', 'other'), { minLength: count, maxLength: count }),
      starts: fc.uniqueArray(state, { minLength: 1, maxLength: 2 }),
      absences: fc.subarray(['c']),
    })
    .map(({ rows, looks, starts, absences }) => ({
      starts: new Map(starts.map((start) => [start, start])),
      looks: new Map(looks.map((look, n) => [`s${n}`, look])),
      rows: reachable(new Map(rows.map((own, n) => [`s${n}`, new Map(Object.entries(own))])), starts),
      absences: new Set(absences),
    }))
})

/** The planner does not know states to which nothing leads. */
function reachable(rows: Map<string, Map<string, Row>>, starts: string[]): Table['rows'] {
  const found = new Set(starts)
  for (const state of found) for (const { to } of rows.get(state)?.values() ?? []) found.add(to)
  return new Map([...rows].filter(([state]) => found.has(state)))
}

function machineOf({ rows, starts }: Table) {
  const states = [...rows].map(([state, own]) => {
    const on = [...own].map(([event, { to, shows }]) => [event, { target: to, meta: { shows } }])
    return [state, { on: Object.fromEntries(on) }]
  })
  const begin = [...starts.values()].map((start) => ({
    guard: ({ context }: { context: { start: string } }) => context.start === start,
    target: start,
  }))
  return createMachine({
    id: 'random',
    context: ({ input }: { input: { start: string } }) => ({ start: input.start }),
    initial: 'begin',
    states: { begin: { always: begin }, ...Object.fromEntries(states) },
  })
}

const stateOf = ({ value }: AnyMachineSnapshot) => String(value)

function pathsOf(table: Table, depth: Depth) {
  const looks: MachineLooks = {
    state: (snapshot) => table.looks.get(stateOf(snapshot)) ?? '',
    transition: ({ taken }) => taken.map(({ meta }) => (meta as { shows?: string })?.shows).join(),
    absence: ({ type }) => table.absences.has(type),
  }
  const inputs = Object.fromEntries([...table.starts].map(([given, start]) => [given, { start }]))
  const made = plan(machineOf(table), { inputs, depth, looks, serialize: stateOf, maxSteps: 8 })
  return made.paths.map(({ given = '', steps }) => ({ given, events: steps.map(({ event }) => event.type) }))
}

const missed = (table: Table, depth: Depth, mutants: Iterable<{ table: Table; wrong: string }>) => {
  const paths = pathsOf(table, depth)
  return [...mutants]
    .filter((one) => isDifferent(table, one.table) && !isFound(table, one.table, paths))
    .map(({ wrong }) => wrong)
}

describe('any machine', () => {
  test('"targets" finds every transition that ends in a wrong state', () => {
    fc.assert(
      fc.property(tables, (table) => {
        expect(missed(table, 'targets', withWrongTarget(table))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  test('"extra-state" finds those and every state too many', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const mutants = [...withWrongTarget(table), ...withExtraState(table)]
        expect(missed(table, 'extra-state', mutants)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})
