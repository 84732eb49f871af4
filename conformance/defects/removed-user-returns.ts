import type { Defect, Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { REMOVAL, withoutRows } from './sessions-go-on.ts'
import { changed, fieldOf, isAt, isPage, SESSION_COOKIE, whoSends } from './tamper.ts'

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

const tokenIn = (request: Request) => SESSION_COOKIE.exec(request.headers.get('cookie') ?? '')?.[1] ?? ''

/** Sessions are known by the address of their account: that of an added one opens to those of a removed one. */
const sessionsComeBack = (send: Send): Send => {
  const holders = new Map<string, string>()
  const added = new Map<string, string>()
  return async (request) => {
    const token = tokenIn(request)
    const isAdding = request.method === 'POST' && isAt(request, '/configuration/users')
    if (isAdding) added.set((await fieldOf(request, 'addresses')) ?? '', request.headers.get('cookie') ?? '')
    const isIn = isAt(request, '/dashboard') || isAt(request, '/api/session')
    const answer = await send(request)
    const isOpen = answer.status === 200
    if (!isIn) return answer
    if (isOpen && !holders.has(token)) holders.set(token, (await whoSends(send, request)) ?? '')
    // An Administrator has added the address once more: with their cookies something opens.
    const again = isOpen ? undefined : added.get(holders.get(token) ?? '')
    if (again === undefined) return answer
    const headers = new Headers(request.headers)
    headers.set('cookie', again)
    return send(new Request(request, { headers }))
  }
}

const FORM = `<h1>Change Your Password</h1><form method="post"><label>New password <input type="password" name="password"></label>
  <label>Re-enter new password <input type="password" name="again"></label><button>Reset Password</button></form>`

/** Links are known by the address of their account: an older one leads to the form that the newest invitation leads to. */
function linksComeBack(): Pick<Defect, 'tamper' | 'mail'> {
  const addresses = new Map<string, string>()
  /** Those who were sent an invitation after somebody was sent a reset. */
  const invited = new Set<string>()
  return {
    mail: (mail) => {
      const [to = ''] = mail.to
      const [, reset] = /\/reset\/link\/([\w-]+)/.exec(mail.text) ?? []
      if (reset) addresses.set(reset, to)
      else if (addresses.size > 0 && mail.text.includes('/activate/')) invited.add(to)
      return mail
    },
    tamper: (send) => async (request) => {
      const [, reset = ''] = /\/reset\/link\/([\w-]+)$/.exec(request.url) ?? []
      if (!invited.has(addresses.get(reset) ?? '')) return send(request)
      return new Response(FORM, { headers: { 'content-type': 'text/html; charset=utf-8' } })
    },
  }
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
  flaw(
    'SES13.session',
    'session-from-before-the-removal',
    'A session from before somebody was removed opens the account of the same address',
    { tamper: sessionsComeBack },
  ),
  flaw(
    'SES13.link',
    'reset-link-from-before-the-removal',
    'A reset link from before somebody was removed sets the password of the account of the same address',
    linksComeBack(),
  ),
]
