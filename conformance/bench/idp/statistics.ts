export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Ratios of repetitions: their median, and the least and the greatest. */
export const spread = (ratios: readonly number[]): string =>
  ratios.length === 0
    ? '–'
    : `${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)} – ${Math.max(...ratios).toFixed(2)})`
