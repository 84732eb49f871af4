import type { Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { isAt, sandboxOf } from './tamper.ts'

/** Sandboxes where a key is being registered, and that of the request of now. */
const begun = new Set<string>()
let sandbox = ''

/** @param begins the request from which on the key counts */
const countingFrom = (claims: string | string[], id: string, title: string, begins: string) =>
  flaw(claims, id, title, {
    tamper: (send: Send) => async (request) => {
      const own = sandboxOf(request)
      sandbox = own
      const isSent = request.method === 'POST'
      if (isSent && isAt(request, '/log-in/key/name')) begun.delete(own)
      const answer = await send(request)
      if (isSent && isAt(request, begins) && answer.status === 200) begun.add(own)
      return answer
    },
    rules: ({ requireSecondFactor }) => ({
      requireSecondFactor: (enrolled) =>
        begun.has(sandbox) && !enrolled.app ? 'verify-key' : requireSecondFactor(enrolled),
    }),
  })

/** A key counts before its registration is complete. */
export const keysCountHalfWay = [
  countingFrom(
    ['WA13.begun', 'WA13.unnamed'],
    'key-counts-when-it-is-asked-for',
    'A security key counts from the moment in which the page asks for it',
    '/log-in/key/options',
  ),
  countingFrom(
    'WA13.unnamed',
    'key-counts-without-a-name',
    'A security key counts before it has a name',
    '/log-in/key',
  ),
]
