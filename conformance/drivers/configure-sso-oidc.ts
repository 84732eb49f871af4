import { configureSsoOidc } from '../../machines/configure-sso-oidc.ts'
import type { Driver } from './driver.ts'
import { describedActions, describedObservations } from './generic.ts'
import { behind } from './standing.ts'

export const configureSsoOidcDriver: Driver<typeof configureSsoOidc> = {
  flow: configureSsoOidc,
  act: describedActions(configureSsoOidc),
  observe: describedObservations(configureSsoOidc),
  standing: behind('Configuration', 'My organization'),
}
