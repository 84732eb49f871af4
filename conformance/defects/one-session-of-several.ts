import type { Defect, Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { REMOVAL } from './sessions-go-on.ts'
import { isAt, SESSION_COOKIE, sandboxOf, sendForm, whoSends } from './tamper.ts'

/** Whether the request of now is one that the product makes itself. */
let isOwn = false

const tokenIn = (cookie: string) => SESSION_COOKIE.exec(cookie)?.[1]

/**
 * Of the other sessions of a person, the one that was seen last is logged out.
 * @param whose the address of that person, where the request ends sessions
 */
const endingTheLast =
  (whose: (send: Send, request: Request) => Promise<string | undefined>) =>
  (send: Send): Send => {
    const seen = new Map<string, string[]>()
    return async (request) => {
      const own = tokenIn(request.headers.get('cookie') ?? '')
      const email = request.method === 'POST' ? await whose(send, request) : undefined
      const answer = await send(request)
      if (request.method === 'GET' && isAt(request, '/dashboard') && answer.status === 200) {
        const who = (await whoSends(send, request)) ?? ''
        const cookie = request.headers.get('cookie') ?? ''
        const others = (seen.get(who) ?? []).filter((one) => tokenIn(one) !== tokenIn(cookie))
        seen.set(who, [...others, cookie])
      }
      if (email === undefined || answer.status >= 400) return answer
      const last = (seen.get(email) ?? []).filter((one) => tokenIn(one) !== own).at(-1)
      isOwn = true
      if (last) await sendForm(send, `${sandboxOf(request)}/log-out`, last, {})
      isOwn = false
      return answer
    }
  }

/** Addresses by what was asked for last in each sandbox. */
const lastAsked = (path: string) => {
  const asked = new Map<string, string>()
  return async (send: Send, request: Request): Promise<string | undefined> => {
    const sandbox = sandboxOf(request)
    const form = new URLSearchParams(await request.clone().text())
    const email = form.get('email')
    if (email !== null) asked.set(sandbox, email)
    return isAt(request, path) ? ((await whoSends(send, request)) ?? asked.get(sandbox)) : undefined
  }
}

const own = ({ isFormForged }: { isFormForged: (sent?: string, own?: string) => boolean }) => ({
  isFormForged: (sent: string | undefined, own: string | undefined) => !isOwn && isFormForged(sent, own),
})

const LINK_TO_USER = /\/users\/([\w-]+)\/open"[^>]*>([^<]+)</g

/** Where a removed user had two sessions, what the first one asks for is answered with the cookies of who has removed them. */
function keepingTheFirst(send: Send): Send {
  const emails = new Map<string, string>()
  const seen = new Map<string, Set<string>>()
  const kept = new Map<string, string>()
  const note = async (request: Request, answer: Response) => {
    for (const [, id = '', email = ''] of (await answer.clone().text()).matchAll(LINK_TO_USER))
      emails.set(id, email)
    const who = isAt(request, '/dashboard') ? await whoSends(send, request) : undefined
    if (who !== undefined)
      seen.set(who, (seen.get(who) ?? new Set()).add(tokenIn(request.headers.get('cookie') ?? '') ?? ''))
  }
  return async (request) => {
    const cookie = request.headers.get('cookie') ?? ''
    const other = kept.get(tokenIn(cookie) ?? '')
    if (other !== undefined) {
      const headers = new Headers(request.headers)
      headers.set('cookie', other)
      return send(new Request(request, { headers }))
    }
    const [, user = ''] = REMOVAL.exec(new URL(request.url).pathname) ?? []
    const [first, second] = seen.get(emails.get(user) ?? '') ?? []
    if (first !== undefined && second !== undefined) kept.set(first, cookie)
    const answer = await send(request)
    await note(request, answer)
    return answer
  }
}

/** What ends every session of somebody ends one. */
export const oneSessionOfSeveral: Defect[] = [
  flaw('LNK7.ended', 'reset-ends-one-session', 'After a reset all other sessions but one go on', {
    tamper: (send) => endingTheLast(lastAsked('/reset'))(send),
    rules: (sound) => ({ ...own(sound), endsSessions: (change) => change !== 'password-reset' }),
  }),
  flaw('PWD13.ended', 'change-ends-one-session', 'After a change all other sessions but one go on', {
    tamper: (send) => endingTheLast(lastAsked('/account/password'))(send),
    rules: (sound) => ({ ...own(sound), endsSessions: (change) => change !== 'password-changed' }),
  }),
  flaw('SES8.ended', 'removal-ends-one-session', 'Of two sessions of a removed user one goes on', {
    tamper: keepingTheFirst,
  }),
]
