import { logIn } from '../../../machines/first-login/log-in.ts'
import { sneakPaths } from './sneak-paths.ts'

export const snk2 = sneakPaths('SNK2', logIn)
