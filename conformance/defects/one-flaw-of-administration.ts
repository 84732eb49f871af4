import type { Defect } from './defect.ts'
import { flaw } from './flaw.ts'
import { changed, isAt, isPage, sandboxOf } from './tamper.ts'

/** Whether the request of now is one that anybody may send. */
let isOpen = false

/** Whether the request of now is one that was sent to another organization. */
let isTaken = false

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

const OF_A_USER = /\/configuration\/users\/([\w-]{8,})(?:\/(\w+))?$/

/** The end of the address that the request of a claim goes to. */
const endOf = { resend: 'resend', remove: 'remove', promote: '' }

/** A request about a user of another organization is taken as one of its own Administrator, whose cookies are the last seen there. */
const foreign = (claim: keyof typeof endOf, id: string, title: string) =>
  flaw(`ADM3.${claim}`, id, title, {
    tamper: (send) => {
      const cookies = new Map<string, string>()
      const homes = new Map<string, string>()
      return async (request) => {
        const sandbox = sandboxOf(request)
        const [, user = '', does = ''] = OF_A_USER.exec(new URL(request.url).pathname) ?? []
        const home = request.method === 'POST' && does === endOf[claim] ? homes.get(user) : undefined
        isTaken = home !== undefined && home !== sandbox
        if (isTaken && home) {
          const headers = new Headers(request.headers)
          headers.set('cookie', cookies.get(home) ?? '')
          const body = await request.text()
          return send(new Request(request.url.replace(sandbox, home), { method: 'POST', headers, body }))
        }
        const answer = await send(request)
        if (!isAt(request, '/configuration/users') || !isPage(answer)) return answer
        cookies.set(sandbox, request.headers.get('cookie') ?? '')
        const body = await answer.text()
        for (const [, id = ''] of body.matchAll(/\/users\/([\w-]{8,})\//g)) homes.set(id, sandbox)
        return changed(answer, { body })
      }
    },
    rules: ({ isFormForged }) => ({ isFormForged: (sent, own) => !isTaken && isFormForged(sent, own) }),
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
  byEveryone(
    'ADM4.promote',
    'everyone-changes-roles',
    'Anyone who is logged in can change a role',
    ({ method, path }) => method === 'POST' && /\/users\/[\w-]{8,}$/.test(path),
  ),
  foreign(
    'resend',
    'resends-for-other-organizations',
    'The Administrator of another organization can resend an invitation by the id of its user',
  ),
  foreign(
    'remove',
    'removes-for-other-organizations',
    'The Administrator of another organization can remove a user by their id',
  ),
  foreign(
    'promote',
    'changes-roles-of-other-organizations',
    'The Administrator of another organization can change a role by the id of its user',
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
