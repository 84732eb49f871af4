import { atStage } from '../http/at-stage.ts'
import type { Action } from '../http/context.ts'
import { show } from '../http/show.tsx'
import { signedOut } from '../http/signed-in.ts'
import type { TenantScreenId } from '../screens/screens.tsx'
import { placeOf, type Stage } from '../stages.ts'

/** The page of a stage, for visitors who are at that stage. */
export const showStage = (stage: Stage): Action =>
  atStage([stage], async (c) => show(c, placeOf[stage].screen))

/** A page for everyone who is not logged in yet. */
export const showOutside = (screen: TenantScreenId): Action => signedOut(async (c) => show(c, screen))
