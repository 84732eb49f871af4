import type { Defect } from './defect.ts'
import { flaw } from './flaw.ts'
import { changed, fieldOf, isAt, isPage, sendForm } from './tamper.ts'

const REMOVE = '/account/remove'

/** Whether the request of now is answered as if its sender might do it. */
let isLent = false

/** A factor is removed for somebody who is not its holder, or not logged in. */
export const factorOfAnotherPerson: Defect[] = [
  flaw(
    'OTP15.other',
    'key-of-another-person-is-removed',
    'Anybody who is logged in removes a security key by its id',
    {
      tamper: (send) => {
        const holders = new Map<string, string>()
        return async (request) => {
          const isRemoval = request.method === 'POST' && isAt(request, REMOVE)
          const id = isRemoval ? ((await fieldOf(request, 'method')) ?? '') : ''
          const holder = holders.get(id)
          isLent = holder !== undefined
          if (holder !== undefined) return sendForm(send, request.url, holder, { method: id })
          const answer = await send(request)
          if (!isAt(request, '/account') || !isPage(answer)) return answer
          const body = await answer.text()
          for (const [button] of body.matchAll(/<button[^>]*name="method"[^>]*>/g)) {
            const [, id = ''] = / value="([^"]+)"/.exec(button) ?? []
            if (id !== 'authenticator-app') holders.set(id, request.headers.get('cookie') ?? '')
          }
          return changed(answer, { body })
        }
      },
      rules: ({ isFormForged }) => ({ isFormForged: (sent, own) => !isLent && isFormForged(sent, own) }),
    },
  ),
  flaw('OTP15.half-way', 'factor-removed-half-way', 'A factor is removed after the password alone', {
    tamper: (send) => (request) => {
      isLent = request.method === 'POST' && isAt(request, REMOVE)
      return send(request)
    },
    rules: ({ isSignedIn, isConfirmed }) => ({
      isSignedIn: (visit) => isSignedIn(visit) || (isLent && visit.stage !== 'password'),
      isConfirmed: (visit, now) => isLent || isConfirmed(visit, now),
    }),
  }),
]
