import { activateAccount } from '../../../machines/activate-account.ts'
import { sneakPaths } from './sneak-paths.ts'

export const snk1 = sneakPaths('SNK1', activateAccount)
