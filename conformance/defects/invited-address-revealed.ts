import type { Defect, Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { changed, isAt, sandboxOf } from './tamper.ts'

/** In sandboxes that began with an invitation, the answer to a form at that path is another one for any address but an unknown one. */
const telling =
  (path: string) =>
  (send: Send): Send => {
    const invited = new Set<string>()
    const unknown = new Set<string>()
    return async (request) => {
      const typed = await request.clone().text()
      const answer = await send(request)
      if (isAt(request, '/control/sandboxes') && typed.includes('"invited"')) {
        const made = await answer.text()
        for (const [url] of made.matchAll(/https?:[^"]*\/t\/[a-z0-9]+/g)) invited.add(url)
        return changed(answer, { body: made })
      }
      const visit = /doorstep-tenant=([^;]+)/.exec(request.headers.get('cookie') ?? '')?.[1] ?? ''
      if (typed.includes('nobody'))
        for (const line of answer.headers.getSetCookie())
          unknown.add(/doorstep-tenant=([^;]+)/.exec(line)?.[1] ?? '')
      const isUnknown = typed.includes('nobody') || unknown.has(visit)
      if (request.method !== 'POST' || !isAt(request, path) || !invited.has(sandboxOf(request)) || isUnknown)
        return answer
      return changed(answer, { headers: (headers) => headers.set('x-account', 'invited') })
    }
  }

const revealed = (check: string, where: string, path: string): Defect =>
  flaw(`${check}.invited`, `invited-address-at-${where}`, `The ${where} tells that an address is invited`, {
    tamper: telling(path),
  })

/** An answer tells of somebody who has not activated their account that they are known. */
export const invitedAddressRevealed = [
  revealed('ENU1', 'login', '/log-in/email'),
  revealed('ENU3', 'reset', '/forgot'),
  revealed('ENU4', 'password', '/log-in/password'),
]
