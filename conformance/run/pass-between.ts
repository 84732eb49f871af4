import { hasHeading, locate } from '../drivers/element.ts'
import { press } from '../drivers/form.ts'
import { wayOf } from '../drivers/here.ts'
import type { Sight } from '../drivers/sight.ts'
import type { World } from '../drivers/world.ts'
import { describe } from '../targets/looks.ts'

/**
 * Gets past a screen that the profile says may come in between, if it is that one, and notes it.
 * @returns whether it was one
 */
export async function passBetween(world: World, sight: Sight): Promise<boolean> {
  const { page, target, patience, settling, notes } = world
  for (const { when, press: pressed, pass } of target.between ?? []) {
    if (!(await hasHeading(page, when, sight))) continue
    if (typeof pressed === 'string') await press(page, pressed, patience)
    else if (pressed) await locate(page, pressed).click({ timeout: patience })
    await pass?.(page, wayOf(world))
    await settling.settled(patience)
    notes.add(`the screen ${describe(when)} came in between`)
    return true
  }
  return false
}
