import { configureSsoEntra } from '../../../machines/first-login/configure-sso-entra.ts'
import { configureSsoOidc } from '../../../machines/first-login/configure-sso-oidc.ts'
import { faults } from './faults.ts'

export const flt6 = faults('FLT6', configureSsoOidc, configureSsoEntra)
