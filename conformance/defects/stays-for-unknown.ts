import type { Defect } from './defect.ts'
import { isAt } from './tamper.ts'

/** The address of the form, and that of the page for a password. */
const FORM = '/log-in/email'
const PASSWORD = '/log-in/password'

export const staysForUnknown: Defect = {
  id: 'provider-for-registered-only',
  title: 'A registered address leads to the provider, and an unknown one to the password',
  tamper: (send) => async (request) => {
    const isUnknown = (await request.clone().text()).includes('nobody')
    const answer = await send(request)
    // A page that hands the browser over to the provider; where there is none, the tenant redirects to the password itself.
    if (!isUnknown || !isAt(request, FORM) || answer.status !== 200) return answer
    return new Response(null, {
      status: 303,
      headers: { location: request.url.replace(FORM, PASSWORD) },
    })
  },
  flows: [],
  checks: ['ENU1'],
  fails: ['ENU1.provider'],
}
