import { expect, test } from 'vitest'
import { type MatrixRow, matrixTable, mergeMatrix, readMatrix } from './matrix-table.ts'

const row = (id: string, on: string, outcome = 'killed'): MatrixRow => ({
  id,
  title: `What ${id} does`,
  caught: 'LNK1, LNK2',
  outcome,
  on,
})

test('a table is read as it was written', () => {
  const rows = [row('–', '2026-11-24', 'accused of nothing'), row('any-issuer', '2026-11-25')]
  expect(readMatrix(`Before.\n\n${matrixTable(rows)}\n\n2 of 2.`)).toEqual(rows)
})

test('rows of today replace earlier ones, in the order of the defects; what no longer exists goes', () => {
  const before = [
    row('–', '2026-11-24'),
    row('a', '2026-11-24'),
    row('gone', '2026-11-24'),
    row('c', '2026-11-24'),
  ]
  const merged = mergeMatrix(['–', 'a', 'b', 'c'], before, [
    row('c', '2026-11-27', 'survives: LNK1'),
    row('b', '2026-11-27'),
  ])
  expect(merged.map(({ id, on, outcome }) => `${id} ${on} ${outcome}`)).toEqual([
    '– 2026-11-24 killed',
    'a 2026-11-24 killed',
    'b 2026-11-27 killed',
    'c 2026-11-27 survives: LNK1',
  ])
})
