import { addUsers } from '../../../machines/first-login/add-users.ts'
import { faults } from './faults.ts'

export const flt7 = faults('FLT7', addUsers)
