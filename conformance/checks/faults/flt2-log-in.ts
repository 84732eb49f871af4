import { logIn } from '../../../machines/first-login/log-in.ts'
import { faults } from './faults.ts'

export const flt2 = faults('FLT2', logIn)
