import type { Moment } from '../../machines/model/walk.ts'

/**
 * The shortest way through these moments, from the first to the last. Between two visits of one state nothing has to be repeated: there
 * may be a login that has ended, or an attempt that was refused.
 */
export function withoutLoops(moments: readonly Moment[]): Moment[] {
  const way: Moment[] = []
  for (const moment of moments) {
    const before = way.findIndex(({ state }) => state === moment.state)
    if (before >= 0) way.splice(before + 1)
    else way.push(moment)
  }
  return way
}
