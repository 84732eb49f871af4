import type { Defect, Send } from './defect.ts'

/** Whether the request of now is one that anybody may send. */
let isOpen = false

const open =
  (isIt: (request: Request) => boolean) =>
  (send: Send): Send =>
  (request) => {
    isOpen = isIt(request)
    return send(request)
  }

const byEveryone = (
  fails: string,
  id: string,
  title: string,
  isIt: (request: Request) => boolean,
): Defect => ({
  id,
  title,
  tamper: open(isIt),
  rules: ({ mayAdminister }) => ({ mayAdminister: (user) => isOpen || mayAdminister(user) }),
  flows: [],
  checks: [fails.split('.')[0] ?? ''],
  fails: [fails],
})

const isToUsers = ({ method, url }: Request, wanted: string) =>
  method === wanted && /\/users(?:\/new)?$/.test(new URL(url).pathname)

/** One thing about administration is wrong. */
export const flawsOfAdministration: Defect[] = [
  byEveryone(
    'ADM1.form',
    'form-for-users-opens-to-everyone',
    'The form that adds users opens to everyone',
    (request) => isToUsers(request, 'GET') && request.url.endsWith('/new'),
  ),
  byEveryone(
    'ADM1.request',
    'request-adds-users-for-everyone',
    'The request that adds users is everyone’s, and its form is not',
    (request) => isToUsers(request, 'POST'),
  ),
  {
    id: 'asks-before-it-refuses',
    title: 'An address in the own network is refused, but asked first',
    rules: ({ fetchDiscovery }) => ({
      async fetchDiscovery(discoveryUrl, outgoing) {
        await fetch(discoveryUrl).catch(() => undefined)
        return fetchDiscovery(discoveryUrl, outgoing)
      },
    }),
    flows: [],
    checks: ['CFG2'],
    fails: ['CFG2.asked', 'CFG2.redirected'],
  },
]
