import type { Action } from './driver.ts'

const TWO_DAYS_AND_A_MINUTE = 2 * 24 * 60 * 60 + 60

/** The target's clock moves, the page stays as it is. */
export const twoDaysPass: Action = async ({ arranged, target }) => {
  if (!arranged.clock.advance) throw new Error(`${target.name} has no clock that can be moved.`)
  await arranged.clock.advance(TWO_DAYS_AND_A_MINUTE)
}
