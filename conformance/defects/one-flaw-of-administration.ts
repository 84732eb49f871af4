import type { Defect } from './defect.ts'
import { flaw } from './flaw.ts'

/** Whether the request of now is one that anybody may send. */
let isOpen = false

/** Of what only Administrators may do, these requests are open to anyone who is logged in. */
const byEveryone = (
  fails: string,
  id: string,
  title: string,
  isIt: (request: { method: string; path: string }) => boolean,
): Defect =>
  flaw(fails, id, title, {
    tamper: (send) => (request) => {
      isOpen = isIt({ method: request.method, path: new URL(request.url).pathname })
      return send(request)
    },
    rules: ({ mayAdminister }) => ({ mayAdminister: (user) => isOpen || mayAdminister(user) }),
  })

/** One thing about administration is wrong. */
export const flawsOfAdministration: Defect[] = [
  byEveryone(
    'ADM1.form',
    'form-for-users-opens-to-everyone',
    'The form that adds users opens to everyone',
    ({ method, path }) => method === 'GET' && path.endsWith('/users/new'),
  ),
  byEveryone(
    'ADM1.request',
    'request-adds-users-for-everyone',
    'The request that adds users is everyone’s, and its form is not',
    ({ method, path }) => method === 'POST' && /\/users(?:\/new)?$/.test(path),
  ),
  byEveryone(
    'ADM4.resend',
    'everyone-resends-invitations',
    'Anyone who is logged in can resend an invitation',
    ({ path }) => /\/users\/[^/]+\/resend$/.test(path),
  ),
  byEveryone(
    'ADM4.remove',
    'everyone-removes-users',
    'Anyone who is logged in can remove a user',
    ({ path }) => /\/users\/[^/]+\/remove$/.test(path),
  ),
  flaw(
    ['CFG2.asked', 'CFG2.redirected'],
    'asks-before-it-refuses',
    'An address in the own network is refused, but asked first',
    {
      rules: ({ fetchDiscovery }) => ({
        async fetchDiscovery(discoveryUrl, outgoing) {
          await fetch(discoveryUrl).catch(() => undefined)
          return fetchDiscovery(discoveryUrl, outgoing)
        },
      }),
    },
  ),
]
