import type { Page } from '@playwright/test'
import { describe } from '../targets/looks.ts'
import { hasHeading, locate } from './element.ts'
import { press } from './form.ts'
import type { Sight } from './sight.ts'
import { wayOf } from './way.ts'
import type { World } from './world.ts'

/**
 * Gets past a screen that the profile says may come in between, if it is that one, and notes it.
 * @returns whether it was one
 */
export async function passBetween(world: World, sight: Sight, page: Page = world.page): Promise<boolean> {
  const { target, patience, settling, notes } = world
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
