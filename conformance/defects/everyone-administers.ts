import type { Defect } from './defect.ts'

export const everyoneAdministers: Defect = {
  id: 'everyone-administers',
  title: 'Editors and Viewers can do what only Administrators may do',
  rules: () => ({ mayAdminister: () => true }),
  flows: ['add-users', 'configure-sso-entra'],
  fails: ['add-users/users/add-users[1]', 'configure-sso-entra/managedOrganizations/open-my-organization[1]'],
}

export const editorsAdminister: Defect = {
  id: 'editors-administer',
  title: 'Editors can do what only Administrators may do, and Viewers cannot',
  rules: () => ({ mayAdminister: ({ role }) => role !== 'Viewer' }),
  flows: [],
  checks: ['CFG6', 'ADM4'],
  fails: ['CFG6.page', 'CFG6.request', 'ADM4.adding', 'ADM4.resend', 'ADM4.remove'],
}
