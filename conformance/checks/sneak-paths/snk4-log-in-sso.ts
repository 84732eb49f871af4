import { logInSso } from '../../../machines/first-login/log-in-sso.ts'
import { sneakPaths } from './sneak-paths.ts'

export const snk4 = sneakPaths('SNK4', logInSso)
