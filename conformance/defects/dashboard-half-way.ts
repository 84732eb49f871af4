import type { Defect } from './defect.ts'
import { flaw } from './flaw.ts'

export const dashboardHalfWay: Defect = {
  id: 'dashboard-half-way',
  title: 'The dashboard opens before the second factor is proven',
  rules: () => ({ mayOpenDashboard: ({ stage }) => stage !== 'password' }),
  flows: ['log-in'],
  checks: ['OTP6'],
  fails: [
    'OTP6',
    'log-in.4',
    'log-in/password/password.right[0]',
    'log-in/password/password.right[1]',
    'log-in/password/password.right[2]',
  ],
}

export const dashboardBeforeEnrolment = flaw(
  'OTP6.first',
  'dashboard-before-enrolment',
  'In a first login the dashboard opens before a second factor is enrolled',
  { rules: () => ({ mayOpenDashboard: ({ stage }) => stage === 'in' || stage === 'enrol' }) },
)
