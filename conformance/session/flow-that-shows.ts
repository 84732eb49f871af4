import { flowsIn } from '../packs/pack-of.ts'
import { showsScreen } from '../packs/shows-screen.ts'
import type { Target } from '../targets/target.ts'

/**
 * The flow by whose words a screen is known that the arranged flow does not show: checks lead people through other procedures as
 * well, such as the login behind a reset. It is the first that shows the screen.
 * @param flow what is arranged; `undefined` where no one is there yet
 */
export function flowThatShows(
  { packs, overrides = {} }: Pick<Target, 'packs' | 'overrides'>,
  screen: string,
  flow?: string,
): string | undefined {
  const isSaid = Object.keys(overrides).some((key) => key.endsWith(`/${screen}`))
  if (!isSaid) return undefined
  const showing = flowsIn(packs).filter((one) => showsScreen(one, screen))
  return showing.some(({ id }) => id === flow) ? undefined : showing[0]?.id
}
