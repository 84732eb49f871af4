import type { Moment } from '../../machines/model/walk.ts'
import type { Session } from './session.ts'

/** The browser keeps nothing of the product any more. */
export async function forgetAll({ context, page }: Session): Promise<void> {
  await context.clearCookies()
  await page.evaluate(() => {
    localStorage.clear()
    sessionStorage.clear()
  })
}

/**
 * Where a code is mailed on a new device only, someone whose device is known by a code begins the next login on another device: on
 * this one nothing would ask for it.
 * @param moment where the model has them
 */
export async function takeNewDevice(session: Session, { screen, signedIn }: Moment): Promise<void> {
  const { mailed, target, pack, page, arranged, settling, patience, notes } = session
  const isAtEntrance = !signedIn && screen === pack.roles?.session?.entrance
  if (target.mailedCode?.on !== 'new-device' || !mailed?.wasRight || !isAtEntrance) return
  await forgetAll(session)
  mailed.wasRight = false
  await page.goto(arranged.url)
  await page.reload()
  await settling.settled(patience)
  notes.add('on a new device, for a known one is asked for no code')
}
