/** Two-sided 1 % of the normal distribution; who asks twice errs once in ten thousand times. */
const MOST_Z = 2.58
/** Smaller differences cannot be seen through a network. */
const LEAST_SHARE = 0.1

/**
 * Whether two samples of times can be told apart, by the rank test of Mann and Whitney and by a tenth between their medians.
 * Answers by how much the first median is larger, in the samples' unit; `undefined` when they can't.
 */
export function separable(one: number[], other: number[]): { difference: number } | undefined {
  const difference = median(one) - median(other)
  const share = Math.abs(difference) / Math.min(median(one), median(other))
  return Math.abs(rankZ(one, other)) > MOST_Z && share > LEAST_SHARE ? { difference } : undefined
}

function rankZ(one: number[], other: number[]): number {
  const [n, m] = [one.length, other.length]
  const u = one.reduce(
    (sum, a) => sum + other.reduce((wins, b) => wins + (a > b ? 1 : a === b ? 0.5 : 0), 0),
    0,
  )
  return (u - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12)
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low = 0, high = 0] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]]
  return (low + high) / 2
}
