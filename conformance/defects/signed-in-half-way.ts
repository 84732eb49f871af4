import type { Defect } from './defect.ts'

export const signedInHalfWay: Defect = {
  id: 'signed-in-half-way',
  title: 'The password alone makes a session',
  rules: () => ({ isSignedIn: ({ stage }) => stage !== 'password' }),
  flows: [],
  checks: ['OTP6'],
  fails: ['OTP6'],
  inTests: true,
}
