import { activateAccount } from '../../../machines/first-login/activate-account.ts'
import { faults } from './faults.ts'

export const flt1 = faults('FLT1', activateAccount)
