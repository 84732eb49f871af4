import { configureSsoEntra } from '../../machines/configure-sso-entra.ts'
import type { Driver } from './driver.ts'
import { describedActions, describedObservations } from './generic.ts'
import { behind } from './standing.ts'

export const configureSsoEntraDriver: Driver<typeof configureSsoEntra> = {
  flow: configureSsoEntra,
  act: describedActions(configureSsoEntra),
  observe: describedObservations(configureSsoEntra),
  standing: behind('Configuration', 'My organization'),
}
