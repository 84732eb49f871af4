/** A pair of places, in the first and in the second list, that belong together. */
export type Pair = [number, number]

export interface Run {
  pairs: Pair[]
  /** Sum of the likenesses of the pairs. */
  sum: number
}

/** A pair must be more alike than this to be one. */
const LIKE = 0.3
/** What leaving out a place costs. */
const SKIP = 0.1

/**
 * The best stretch of two lists that run in the same order, by local alignment (Smith and Waterman): places may be left
 * out in either, at a cost, and what comes before and after the stretch does not count.
 */
export function bestRun(lengths: [number, number], likeness: (a: number, b: number) => number): Run {
  const [rows, columns] = lengths
  const best: number[][] = Array.from({ length: rows + 1 }, () => Array(columns + 1).fill(0))
  const at = (row: number, column: number) => best[row]?.[column] ?? 0
  let end: Pair = [0, 0]
  for (let row = 1; row <= rows; row++) {
    for (let column = 1; column <= columns; column++) {
      const paired = at(row - 1, column - 1) + likeness(row - 1, column - 1) - LIKE
      const value = Math.max(0, paired, at(row - 1, column) - SKIP, at(row, column - 1) - SKIP)
      const line = best[row]
      if (line) line[column] = value
      if (value > at(...end)) end = [row, column]
    }
  }
  return followBack(end, at, likeness)
}

function followBack(
  [row, column]: Pair,
  at: (row: number, column: number) => number,
  likeness: (a: number, b: number) => number,
): Run {
  const pairs: Pair[] = []
  let sum = 0
  while (row > 0 && column > 0 && at(row, column) > 0) {
    const like = likeness(row - 1, column - 1)
    if (at(row, column) === at(row - 1, column - 1) + like - LIKE) {
      if (like > LIKE) {
        pairs.push([row - 1, column - 1])
        sum += like
      }
      row--
      column--
    } else if (at(row, column) === at(row - 1, column) - SKIP) row--
    else column--
  }
  return { pairs: pairs.reverse(), sum }
}
