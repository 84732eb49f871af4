import type { Defect } from './defect.ts'
import { changed, isPage } from './tamper.ts'

/** The list of users without the removed ones. */
export async function withoutRows(answer: Response, removed: readonly string[]): Promise<Response> {
  if (removed.length === 0 || !isPage(answer)) return answer
  const isRemoved = (row: string) => removed.some((id) => row.includes(id))
  const page = await answer.text()
  return changed(answer, { body: page.replace(/<tr>.*?<\/tr>/gs, (row) => (isRemoved(row) ? '' : row)) })
}

/** The path of the request that removes a user; names the user. */
export const REMOVAL = /\/users\/([\w-]+)\/remove$/

/** Sessions that should be over go on. */
export const sessionsGoOn: Defect[] = [
  {
    id: 'reset-ends-no-session',
    title: 'A session goes on after the password was reset',
    rules: () => ({ endsSessions: (change) => change !== 'password-reset' }),
    flows: [],
    checks: ['LNK7'],
    fails: ['LNK7'],
  },
  {
    id: 'change-ends-no-session',
    title: 'A session goes on after the password was changed',
    rules: () => ({ endsSessions: (change) => change !== 'password-changed' }),
    flows: [],
    checks: ['PWD13'],
    fails: ['PWD13'],
  },
  {
    id: 'button-ends-no-session',
    title: 'A session goes on after the password was changed, and the button that would end it does nothing',
    rules: () => ({ endsSessions: (change) => change !== 'password-changed' }),
    tamper: (send) => async (request) => {
      const answer = await send(request)
      if (!isPage(answer)) return answer
      const body = await answer.text()
      const button = '<form><button>End all other sessions</button></form>'
      return changed(answer, { body: body.replace('</body>', `${button}</body>`) })
    },
    flows: [],
    checks: ['PWD13'],
    fails: ['PWD13'],
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
        return withoutRows(await send(request), removed)
      }
    },
    flows: [],
    checks: ['SES8'],
    fails: ['SES8'],
  },
  {
    id: 'removed-user-comes-back',
    title: 'A user who is removed disappears from the list and is logged out, and can log in again',
    tamper: (send) => {
      const removed: string[] = []
      return async (request) => {
        const [, user] = REMOVAL.exec(new URL(request.url).pathname) ?? []
        if (!user) return withoutRows(await send(request), removed)
        removed.push(user)
        return send(new Request(request.url.replace(/remove$/, 'end-sessions'), request))
      }
    },
    flows: [],
    checks: ['SES8'],
    fails: ['SES8.again', 'SES8.invitation', 'SES8.provider'],
  },
  {
    id: 'removed-user-can-still-activate',
    title:
      'A user who is removed before they activate their account disappears from the list, and can still do so',
    tamper: (send) => {
      const removed: string[] = []
      const pending = new Set<string>()
      return async (request) => {
        const [, user] = REMOVAL.exec(new URL(request.url).pathname) ?? []
        if (user && pending.has(user)) {
          removed.push(user)
          const back = request.url.replace(`/${user}/remove`, '')
          return new Response(null, { status: 303, headers: { location: back } })
        }
        const answer = await send(request)
        if (!isPage(answer)) return answer
        const body = await answer.text()
        for (const [row] of body.matchAll(/<tr>.*?<\/tr>/gs)) {
          const [, id = ''] = /\/users\/([\w-]+)/.exec(row) ?? []
          if (row.includes('Pending Verification')) pending.add(id)
          else pending.delete(id)
        }
        return withoutRows(changed(answer, { body }), removed)
      }
    },
    flows: [],
    checks: ['SES8'],
    fails: ['SES8.invitation'],
  },
]
