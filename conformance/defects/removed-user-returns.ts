import type { Defect, Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { REMOVAL, withoutRows } from './sessions-go-on.ts'
import { changed, fieldOf, isAt, isPage } from './tamper.ts'

const LINK_TO_USER = /\/users\/([\w-]+)\/open"[^>]*>([^<]+)</g

/** Users who are removed are only hidden, and logged out: their password is refused until a reset has set another one. */
const hiddenUntilReset = (send: Send): Send => {
  const emails = new Map<string, string>()
  const removed: string[] = []
  const refused = new Set<string>()
  let typed: string | null = null
  const listed = async (request: Request) => {
    const answer = await send(request)
    if (!isPage(answer)) return answer
    const body = await answer.text()
    for (const [, id = '', email = ''] of body.matchAll(LINK_TO_USER)) emails.set(id, email)
    return withoutRows(changed(answer, { body }), removed)
  }
  return async (request) => {
    if (request.method !== 'POST') return listed(request)
    const [, user] = REMOVAL.exec(new URL(request.url).pathname) ?? []
    if (user) {
      removed.push(user)
      refused.add(emails.get(user) ?? '')
      return send(new Request(request.url.replace(/remove$/, 'end-sessions'), request))
    }
    if (isAt(request, '/log-in/email')) typed = await fieldOf(request, 'email')
    if (isAt(request, '/reset')) refused.clear()
    if (!isAt(request, '/log-in/password') || !refused.has(typed ?? '')) return listed(request)
    const form = new URLSearchParams(await request.clone().text())
    form.set('password', 'not the password of anybody')
    return send(new Request(request, { body: form.toString() }))
  }
}

/** Every password that anybody ever set opens an account that has one. */
function everyEarlierPassword(): NonNullable<Defect['rules']> {
  const earlier = new Set<string>()
  return ({ hashPassword, verifyPassword }) => ({
    hashPassword(password) {
      earlier.add(password)
      return hashPassword(password)
    },
    verifyPassword: async (claim) =>
      (await verifyPassword(claim)) || (claim.hash !== null && earlier.has(claim.password)),
  })
}

/** Removing a user leaves a way back. */
export const removedUserReturns: Defect[] = [
  flaw(
    'SES13.reset',
    'removed-user-resets-the-password',
    'A user who is removed can no longer log in, and gets a new password by a reset',
    { tamper: hiddenUntilReset },
  ),
  flaw(
    'SES13.former',
    'added-again-with-the-former-password',
    'Someone who is removed and added again can log in with the password from before, too',
    { rules: everyEarlierPassword() },
  ),
]
