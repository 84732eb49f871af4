import { activateAccount } from '../../../machines/first-login/activate-account.ts'
import { sneakPaths } from './sneak-paths.ts'

export const snk1 = sneakPaths('SNK1', activateAccount)
