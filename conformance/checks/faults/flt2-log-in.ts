import { logIn } from '../../../machines/log-in.ts'
import { faults } from './faults.ts'

export const flt2 = faults('FLT2', logIn)
