import { firstLogin } from './first-login/pack.ts'
import type { Pack } from './model/pack.ts'

export * from './authoring.ts'
export { begin, choicesAt, type Moment, send, walk } from './model/walk.ts'

/** The packs that are bundled: the only list of them. */
export const packs: readonly Pack[] = [firstLogin]
