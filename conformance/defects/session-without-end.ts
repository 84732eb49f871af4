import type { Defect } from './defect.ts'

export const sessionWithoutEnd: Defect = {
  id: 'session-without-end',
  title: 'A session never expires',
  rules: () => ({ isVisitOver: () => false }),
  flows: [],
  checks: ['SES2', 'SES4'],
  fails: ['SES4'],
}
