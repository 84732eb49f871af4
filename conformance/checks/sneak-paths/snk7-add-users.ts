import { addUsers } from '../../../machines/first-login/add-users.ts'
import { sneakPaths } from './sneak-paths.ts'

export const snk7 = sneakPaths('SNK7', addUsers)
