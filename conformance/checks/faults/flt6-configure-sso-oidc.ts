import { configureSsoEntra } from '../../../machines/configure-sso-entra.ts'
import { configureSsoOidc } from '../../../machines/configure-sso-oidc.ts'
import { faults } from './faults.ts'

export const flt6 = faults('FLT6', configureSsoOidc, configureSsoEntra)
