import { logIn } from '../../../machines/first-login/log-in.ts'
import { resetPassword } from '../../../machines/first-login/reset-password.ts'
import { faults } from './faults.ts'

export const flt3 = faults('FLT3', resetPassword, logIn)
