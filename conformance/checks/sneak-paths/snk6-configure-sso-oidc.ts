import { configureSsoOidc } from '../../../machines/first-login/configure-sso-oidc.ts'
import { sneakPaths } from './sneak-paths.ts'

export const snk6 = sneakPaths('SNK6', configureSsoOidc)
