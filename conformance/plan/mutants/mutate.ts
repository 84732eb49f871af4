import type { Row, Table } from './table.ts'

export interface Mutant {
  table: Table
  /** What is wrong with it. */
  wrong: string
  /** It looks right until a later step. */
  looksRight: boolean
}

function withRows(table: Table, changed: ReadonlyMap<string, ReadonlyMap<string, Row>>): Table {
  return { ...table, rows: new Map([...table.rows, ...changed]) }
}

function* transitionsOf(table: Table): Generator<{ from: string; event: string; row: Row }> {
  for (const [from, own] of table.rows) for (const [event, row] of own) yield { from, event, row }
}

/** Every transition with every state that it may wrongly end in. */
export function* withWrongTarget(table: Table): Generator<Mutant> {
  for (const { from, event, row } of transitionsOf(table))
    for (const to of table.rows.keys()) {
      if (to === row.to) continue
      const own = new Map(table.rows.get(from)).set(event, { ...row, to })
      yield {
        table: withRows(table, new Map([[from, own]])),
        wrong: `${from} ${event} → ${to}`,
        looksRight: table.looks.get(to) === table.looks.get(row.to),
      }
    }
}

const EXTRA = 'extra state'

/**
 * Every machine with one state more: one transition leads there instead of to the state that it is a copy of, and there one event
 * ends in another state, or shows something else. What leads the copied state to itself keeps the copy or leaves it.
 */
export function* withExtraState(table: Table): Generator<Mutant> {
  for (const { from, event, row } of transitionsOf(table)) {
    const copied = table.rows.get(row.to) ?? new Map<string, Row>()
    for (const stays of [true, false]) {
      const plain = [...copied].map(([one, { to, shows }]): [string, Row] => {
        const enters = row.to === from && one === event
        return [one, { to: enters || (to === row.to && stays) ? EXTRA : to, shows }]
      })
      for (const [changed, right] of copied)
        for (const [to, shows] of [
          ...[...table.rows.keys()].flatMap((to): [string, string][] =>
            to === right.to ? [] : [[to, right.shows]],
          ),
          [right.to, 'something else'] as const,
        ]) {
          const own = new Map(plain).set(changed, { to, shows })
          const entry = new Map(table.rows.get(from)).set(event, { ...row, to: EXTRA })
          const mutant = withRows(
            table,
            new Map([
              [from, entry],
              [EXTRA, own],
            ]),
          )
          yield {
            table: { ...mutant, looks: new Map(table.looks).set(EXTRA, table.looks.get(row.to) ?? '') },
            wrong: `${from} ${event}, then ${changed} → ${to} ${shows}`,
            looksRight: true,
          }
        }
    }
  }
}

/**
 * Machines with one state more that have up to three ways into it and up to three differences there, each to a state that looks like
 * the right one.
 *
 * @param random a number from 0 up to 1
 */
export function* withSeveralDifferences(
  table: Table,
  random: () => number,
  count: number,
): Generator<Mutant> {
  const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)]
  const upToThree = () => Array.from({ length: 1 + Math.floor(random() * 3) })
  const all = [...transitionsOf(table)]
  for (let n = 0; n < count; n++) {
    const copied = pick(all)?.row.to ?? ''
    const own = new Map(table.rows.get(copied))
    const rows = new Map<string, Map<string, Row>>([[EXTRA, own]])
    for (const _ of upToThree()) {
      const way = pick(all.filter(({ row }) => row.to === copied))
      if (!way) continue
      const entry = rows.get(way.from) ?? new Map(table.rows.get(way.from))
      rows.set(way.from, entry.set(way.event, { ...way.row, to: EXTRA }))
    }
    for (const _ of upToThree()) {
      const [event, right] = pick([...own]) ?? []
      if (event === undefined || !right) continue
      const alike = [...table.rows.keys()].filter((one) => table.looks.get(one) === table.looks.get(right.to))
      own.set(event, { ...right, to: pick(alike) ?? right.to })
    }
    yield {
      table: {
        ...withRows(table, rows),
        looks: new Map(table.looks).set(EXTRA, table.looks.get(copied) ?? ''),
      },
      wrong: `${n}`,
      looksRight: true,
    }
  }
}
