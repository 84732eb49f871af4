import type { Deed } from '../events.ts'
import { type Action, goTo } from '../http/context.ts'
import { did } from '../http/did.ts'
import type { TenantScreenId } from '../screens/screens.tsx'

/** A link or button that does nothing but lead to another page. */
export function leadTo(path: string, screen: TenantScreenId, deed: Deed): Action {
  return async (c) => {
    await did(c, deed, screen)
    return goTo(c, path)
  }
}
