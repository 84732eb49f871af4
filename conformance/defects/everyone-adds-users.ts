import type { Defect } from './defect.ts'

export const everyoneAddsUsers: Defect = {
  id: 'everyone-adds-users',
  title: 'Anyone who is logged in can send the form that adds users',
  rules: () => ({ mayAdminister: () => true }),
  flows: [],
  checks: ['SNK.add-users', 'ADM1'],
  fails: ['SNK.add-users', 'ADM1'],
}
