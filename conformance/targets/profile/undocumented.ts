import type { Pack } from '../../../machines/model/pack.ts'
import { flowIn } from '../../packs/pack-of.ts'
import type { Documented } from '../documented.ts'

/**
 * Why an event proves nothing at a target: no standard says that a newer link takes the place of an older one, so that only a product whose
 * documentation says so is held to it.
 */
export function whyUndocumented(
  packs: readonly Pack[],
  documented: Documented | undefined,
  flow: string,
  event: string,
): string | undefined {
  const isOlder = flowIn(packs, flow).events[event]?.mail === 'older'
  return isOlder && !documented?.newestLinkOnly
    ? 'the profile does not say `documented.newestLinkOnly`, and an older link may work as long as it is valid'
    : undefined
}
