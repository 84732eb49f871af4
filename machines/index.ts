import { firstLogin } from './first-login/pack.ts'
import type { Pack } from './model/pack.ts'

/** The packs that are bundled: the only list of them. */
export const packs: readonly Pack[] = [firstLogin]
