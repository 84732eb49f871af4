import { logIn } from '../../../machines/log-in.ts'
import { resetPassword } from '../../../machines/reset-password.ts'
import { faults } from './faults.ts'

export const flt3 = faults('FLT3', resetPassword, logIn)
