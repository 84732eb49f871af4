import { flowsIn } from '../packs/pack-of.ts'
import { showsScreen } from '../packs/shows-screen.ts'
import type { Target } from '../targets/target.ts'

/**
 * The flow by whose words a screen is known that the arranged flow does not show: checks lead people through other procedures as
 * well, such as the login behind a reset. It is the first that shows the screen.
 * @param flow what is arranged; `undefined` where no one is there yet
 */
export function flowThatShows(
  target: Pick<Target, 'packs' | 'overrides'>,
  screen: string,
  flow?: string,
): string | undefined {
  const [first, ...others] = flowsThatShow(target, screen)
  return [first, ...others].some((id) => id === flow) ? undefined : first
}

/** The flows that show a screen, where the profile says how it differs in one of them; else none. */
export function flowsThatShow(
  { packs, overrides = {} }: Pick<Target, 'packs' | 'overrides'>,
  screen: string,
): string[] {
  const isSaid = Object.keys(overrides).some((key) => key.endsWith(`/${screen}`))
  if (!isSaid) return []
  return flowsIn(packs).flatMap((one) => (showsScreen(one, screen) ? one.id : []))
}
