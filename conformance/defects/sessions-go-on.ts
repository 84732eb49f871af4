import type { Defect } from './defect.ts'
import { changed, isPage } from './tamper.ts'

const REMOVAL = /\/users\/([\w-]+)\/remove$/

/** Sessions that should be over go on. */
export const sessionsGoOn: Defect[] = [
  {
    id: 'reset-ends-no-session',
    title: 'A session goes on after the password was reset',
    rules: () => ({ endsSessions: () => false }),
    flows: [],
    checks: ['LNK7'],
    fails: ['LNK7'],
  },
  {
    id: 'removed-user-stays-in',
    title: 'A user who is removed disappears from the list, and stays logged in',
    tamper: (send) => {
      const removed: string[] = []
      return async (request) => {
        const [, user] = REMOVAL.exec(new URL(request.url).pathname) ?? []
        if (user) {
          removed.push(user)
          const back = request.url.replace(`/${user}/remove`, '')
          return new Response(null, { status: 303, headers: { location: back } })
        }
        const answer = await send(request)
        if (removed.length === 0 || !isPage(answer)) return answer
        const isRemoved = (row: string) => removed.some((id) => row.includes(id))
        const page = await answer.text()
        return changed(answer, {
          body: page.replace(/<tr>.*?<\/tr>/gs, (row) => (isRemoved(row) ? '' : row)),
        })
      }
    },
    flows: [],
    checks: ['SES8'],
    fails: ['SES8'],
  },
]
