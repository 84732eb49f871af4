import type { Defect } from './defect.ts'
import { changed, fieldOf, isAt, isPage } from './tamper.ts'

/** The role in a row of the list of users. */
const ROLE = /(<td data-label="Role">)[^<]*/g

const isList = (request: Request) => isAt(request, '/configuration/users')

/** The list of users shows that role for everyone. */
const withRole = async (answer: Response, role: string) =>
  isPage(answer) ? changed(answer, { body: (await answer.text()).replace(ROLE, `$1${role}`) }) : answer

/** A person gets something other than they chose. */
export const lostChoices: Defect[] = [
  {
    id: 'every-new-user-is-a-viewer',
    title: 'A new user is a Viewer, whatever role is chosen',
    rules: ({ readRole }) => ({ readRole: (chosen) => readRole(chosen) && 'Viewer' }),
    flows: [],
    checks: ['ADM2'],
    fails: ['ADM2.most', 'ADM2.between', 'ADM2.kept', 'ADM2.again'],
  },
  {
    id: 'every-new-user-is-an-administrator',
    title: 'A new user is an Administrator, whatever role is chosen',
    rules: ({ readRole }) => ({ readRole: (chosen) => readRole(chosen) && 'Administrator' }),
    flows: [],
    checks: ['ADM2'],
    fails: ['ADM2.least', 'ADM2.between', 'ADM2.kept', 'ADM2.again'],
  },
  {
    id: 'every-new-editor-is-an-administrator',
    title: 'A new user for whom Editor is chosen is an Administrator',
    rules: ({ readRole }) => ({
      readRole: (chosen) => (chosen === 'Editor' ? 'Administrator' : readRole(chosen)),
    }),
    flows: [],
    checks: ['ADM2'],
    fails: ['ADM2.between', 'ADM2.kept', 'ADM2.again'],
  },
  {
    id: 'roles-are-lost-at-logout',
    title: 'Everyone is a Viewer once the Administrator has logged out',
    tamper: (send) => {
      let isOut = false
      return async (request) => {
        isOut ||= isAt(request, '/log-out')
        const answer = await send(request)
        return isOut && isList(request) ? withRole(answer, 'Viewer') : answer
      }
    },
    flows: [],
    checks: ['ADM2'],
    fails: ['ADM2.again'],
  },
  {
    id: 'roles-are-lost-at-reload',
    title: 'The role of a new user is shown once, and is Viewer from then on',
    tamper: (send) => {
      let isFresh = false
      return async (request) => {
        const answer = await send(request)
        if (!isList(request)) return answer
        if (request.method === 'POST' || isFresh) {
          isFresh = request.method === 'POST'
          return answer
        }
        return withRole(answer, 'Viewer')
      }
    },
    flows: [],
    checks: ['ADM2'],
    fails: ['ADM2.kept', 'ADM2.again'],
  },
  {
    id: 'last-role-for-everyone',
    title: 'The role that is chosen for one new user becomes that of all',
    tamper: (send) => {
      let last: string | undefined
      return async (request) => {
        if (!isList(request)) return send(request)
        if (request.method === 'POST') last = (await fieldOf(request, 'role')) ?? last
        const answer = await send(request)
        return last ? withRole(answer, last) : answer
      }
    },
    flows: [],
    checks: ['ADM2'],
    fails: ['ADM2.kept', 'ADM2.again'],
  },
]
