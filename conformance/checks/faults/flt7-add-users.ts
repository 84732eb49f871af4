import { addUsers } from '../../../machines/add-users.ts'
import { faults } from './faults.ts'

export const flt7 = faults('FLT7', addUsers)
