import type { Defect } from './defect.ts'
import { forEverySite, withCookies } from './tamper.ts'

export const crossSiteRequests: Defect = {
  id: 'cross-site-requests',
  title: 'Requests from every site are accepted',
  rules: () => ({ isCrossSite: () => false, isFormForged: () => false }),
  flows: [],
  checks: ['SES5', 'SES6'],
  fails: ['SES5'],
}

export const crossSiteSessions: Defect = {
  ...crossSiteRequests,
  id: 'cross-site-requests-with-session',
  title: 'Requests from every site are accepted, and bring the cookies along',
  tamper: (send) => async (request) => withCookies(await send(request), forEverySite),
  checks: ['SES5'],
  fails: ['SES5.logout', 'SES5.login', 'SES5.reset', 'SES5.adding'],
}
