import type { Defect } from './defect.ts'

export const everyoneAddsUsers: Defect = {
  id: 'everyone-adds-users',
  title: 'The form that adds users takes them from anybody who is logged in',
  rules: () => ({ mayAdminister: () => true }),
  flows: [],
  checks: ['SNK.add-users', 'ADM1'],
  fails: ['SNK.add-users', 'ADM1'],
}
