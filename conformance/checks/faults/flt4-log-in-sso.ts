import { logIn } from '../../../machines/log-in.ts'
import { logInSso } from '../../../machines/log-in-sso.ts'
import { faults } from './faults.ts'

export const flt4 = faults('FLT4', logInSso, logIn)
