import { resetPassword } from '../../../machines/first-login/reset-password.ts'
import { sneakPaths } from './sneak-paths.ts'

export const snk3 = sneakPaths('SNK3', resetPassword)
