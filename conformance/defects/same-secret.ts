import type { Defect } from './defect.ts'

export const sameSecret: Defect = {
  id: 'same-secret',
  title: 'Every authenticator app gets the same secret',
  rules: () => ({ makeSecret: () => 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' }),
  flows: [],
  checks: ['OTP5'],
  fails: ['OTP5'],
}
