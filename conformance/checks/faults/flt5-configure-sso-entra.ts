import { configureSsoEntra } from '../../../machines/first-login/configure-sso-entra.ts'
import { faults } from './faults.ts'

export const flt5 = faults('FLT5', configureSsoEntra)
