import { configureSsoEntra } from '../../../machines/first-login/configure-sso-entra.ts'
import { sneakPaths } from './sneak-paths.ts'

export const snk5 = sneakPaths('SNK5', configureSsoEntra)
