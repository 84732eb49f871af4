import { configureSsoEntra } from '../../../machines/configure-sso-entra.ts'
import { sneakPaths } from './sneak-paths.ts'

export const snk5 = sneakPaths('SNK5', configureSsoEntra)
