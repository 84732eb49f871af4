import type { Defect } from './defect.ts'
import { flaw } from './flaw.ts'
import { changed, fieldOf, isAt, isPage, isRowOf, sandboxOf } from './tamper.ts'

const ROW = /<tr>\s*<th scope="row".*?<\/tr>/gs

export const usersOfEveryone: Defect = {
  id: 'users-of-everyone',
  title: 'The list of users shows the users of other organizations, too',
  tamper: (send) => {
    const known = new Set<string>()
    return async (request) => {
      const answer = await send(request)
      if (!isAt(request, '/configuration/users') || !isPage(answer)) return answer
      const page = await answer.text()
      const own: string[] = page.match(ROW) ?? []
      const others = [...known].filter((row) => !own.includes(row))
      for (const row of own) known.add(row)
      return changed(answer, { body: page.replace('</tbody>', `${others.join('')}</tbody>`) })
    }
  },
  flows: [],
  checks: ['ADM3'],
  fails: ['ADM3.others'],
}

const USER = /\/users\/([\w-]{8,})(\/open)?$/

export const userPagesOfEveryone: Defect = flaw(
  'ADM3.page',
  'user-pages-of-everyone',
  'The page of a user opens to the Administrators of other organizations by its id',
  {
    tamper: (send) => {
      const known = new Map<string, string>()
      return async (request) => {
        const [, id = '', opening] = USER.exec(new URL(request.url).pathname) ?? []
        if (id === '' || request.method !== 'GET') return send(request)
        const page = known.get(id)
        if (opening && page !== undefined)
          return new Response(null, { status: 303, headers: { location: request.url.replace('/open', '') } })
        const answer = await send(request)
        if (answer.status !== 200)
          return page === undefined ? answer : changed(answer, { body: page, status: 200 })
        const body = await answer.text()
        known.set(id, body)
        return changed(answer, { body })
      }
    },
  },
)

export const usersChangeHands: Defect = flaw(
  'ADM3.added',
  'users-change-hands',
  'A user whom another organization adds leaves the one that they belong to',
  {
    tamper: (send) => {
      /** Address → the sandbox where it was added last. */
      const owners = new Map<string, string>()
      return async (request) => {
        const sandbox = sandboxOf(request)
        const emails = request.method === 'POST' ? await fieldOf(request, 'addresses') : null
        for (const email of emails?.split(/[\s,;]+/) ?? []) owners.set(email, sandbox)
        const answer = await send(request)
        if (!isAt(request, '/configuration/users') || !isPage(answer)) return answer
        const isLost = (row: string) =>
          [...owners].some(([email, owner]) => owner !== sandbox && isRowOf(row, email))
        const body = (await answer.text()).replaceAll(ROW, (row) => (isLost(row) ? '' : row))
        return changed(answer, { body })
      }
    },
  },
)
