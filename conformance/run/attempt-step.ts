import { screens } from '../../machines/screens.ts'
import type { Edge } from '../../machines/trace.ts'
import type { Moment } from '../../machines/walk.ts'
import { type Driver, MissingHandler } from '../drivers/driver.ts'
import type { Sight } from '../drivers/sight.ts'
import type { World } from '../drivers/world.ts'
import { type Found, gather } from './gather.ts'
import { type Judgement, judge } from './judge.ts'
import { judgeFailure } from './judge-failure.ts'

export interface Attempt {
  judgement: Judgement
  /** What was found; absent where it did not come to looking. */
  found?: Found
  /** Whom it was found of. */
  person?: World
}

/**
 * Does what the event of a transition stands for, and judges what came of it.
 * @param before the moment at which it is done
 * @param moment the moment after it
 * @param quiet the last sight before any message was expected
 */
export async function attemptStep(
  driver: Driver,
  world: World,
  edge: Edge,
  before: Moment,
  moment: Moment,
  quiet?: Sight,
): Promise<Attempt> {
  const { flow } = driver
  try {
    const action = driver.act[edge.event]
    const observe = driver.observe[edge.target]
    const event = flow.events[edge.event]
    if (!action || !event) throw new MissingHandler(flow.id, 'action', edge.event)
    if (!observe) throw new MissingHandler(flow.id, 'observation', edge.target)
    const { signedIn } = moment
    const { shows, refused } = edge.meta
    const standing = signedIn && refused ? driver.standing : undefined
    const stood = await standing?.(world)
    const situation = { ...event, event: edge.event, screen: screens[before.screen], state: edge.source }
    await action(world, situation)
    const person = driver.whoIsAt?.(world, edge.target) ?? world
    const gathered = await gather(person, observe, moment, quiet)
    const changed = standing && (await standing(world)) !== stood
    const found = { ...gathered, changed }
    const { heading } = screens[moment.screen]
    return { judgement: judge({ heading, signedIn, shows, refused }, found), found, person }
  } catch (error) {
    return { judgement: judgeFailure(error) }
  }
}
