import { logIn } from '../../../machines/first-login/log-in.ts'
import { logInSso } from '../../../machines/first-login/log-in-sso.ts'
import { faults } from './faults.ts'

export const flt4 = faults('FLT4', logInSso, logIn)
