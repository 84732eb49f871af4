import type { Live } from './open-live.ts'
import { resync } from './perform-event.ts'

/**
 * Goes back to a screen by the address at which it was shown last.
 * @returns whether the product shows it there
 */
export async function returnTo({ frame, session }: Live, screen: string): Promise<boolean> {
  const address = frame.pages.addressOf(screen)
  if (!address) return false
  const page = await frame.visit(address)
  await session.caughtUp()
  resync(frame, session)
  return page?.screen === screen
}
