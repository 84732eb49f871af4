import type { Defect } from './defect.ts'

export const everyoneConfiguresSso: Defect = {
  id: 'everyone-configures-sso',
  title: 'Anyone who is logged in can open the settings of SSO, and save them',
  rules: () => ({ mayAdminister: () => true }),
  flows: [],
  checks: ['CFG6'],
  fails: ['CFG6.page', 'CFG6.request'],
}

export const everyoneAddsUsers: Defect = {
  id: 'everyone-adds-users',
  title: 'Anyone who is logged in can send the form that adds users',
  rules: () => ({ mayAdminister: () => true }),
  flows: [],
  checks: ['SNK.add-users', 'ADM1'],
  fails: ['SNK.add-users', 'ADM1'],
}
