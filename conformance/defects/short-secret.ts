import { generateSecret } from 'otplib'
import type { Defect } from './defect.ts'

export const shortSecret: Defect = {
  id: 'short-secret',
  title: 'The secret of an authenticator app has 80 bits',
  rules: () => ({ makeSecret: () => generateSecret({ length: 10 }) }),
  flows: [],
  checks: ['OTP5', 'PWD4'],
  fails: ['OTP5'],
}
