import type { Defect } from './defect.ts'

export const crossSiteRequests: Defect = {
  id: 'cross-site-requests',
  title: 'Requests from every site are accepted',
  rules: () => ({ isCrossSite: () => false, isFormForged: () => false }),
  flows: [],
  checks: ['SES5', 'SES6'],
  fails: ['SES5'],
}
