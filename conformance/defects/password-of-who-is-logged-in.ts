import type { Defect, Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { isAt, sandboxOf, whoSends } from './tamper.ts'

const PAUSE = 50
const LINK = /\/reset\/link\/([\w-]{20,})/

/** Address → the token of the newest link to a new password for it. */
const mailed = new Map<string, string>()

const keepTokens: NonNullable<Defect['mail']> = (mail) => {
  const [, token] = LINK.exec(mail.text) ?? []
  for (const to of token ? mail.to : []) mailed.set(to, token ?? '')
  return mail
}

/** Asks for a link to a new password, and answers its token. */
async function linkFor(send: Send, sandbox: string, email: string): Promise<string> {
  mailed.delete(email)
  await send(new Request(`${sandbox}/forgot`, { method: 'POST', body: new URLSearchParams({ email }) }))
  while (!mailed.has(email)) await new Promise((resolve) => setTimeout(resolve, PAUSE))
  return mailed.get(email) ?? ''
}

/** The form for a new password at that path sets the one of the person who is logged in. */
const atForm =
  (path: string) =>
  (send: Send): Send =>
  async (request) => {
    if (request.method !== 'POST' || !isAt(request, path)) return send(request)
    const email = await whoSends(send, request)
    if (email === undefined) return send(request)
    const sandbox = sandboxOf(request)
    const opened = await send(new Request(`${sandbox}/reset/link/${await linkFor(send, sandbox, email)}`))
    const cookie = opened.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ')
    const body = await request.text()
    const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' }
    return send(new Request(`${sandbox}/reset`, { method: 'POST', headers, body }))
  }

/** Nothing that the defect sends comes from a page. */
const rules: NonNullable<Defect['rules']> = () => ({ isFormForged: () => false, isCrossSite: () => false })

/** A link to a new password sets the one of another account. */
export const passwordOfWhoIsLoggedIn = [
  flaw(
    'OWN7.reset',
    'reset-of-who-is-logged-in',
    'A reset link sets the password of the person who is logged in',
    { rules, mail: keepTokens, tamper: atForm('/reset') },
  ),
  flaw(
    'OWN7.invitation',
    'invitation-of-who-is-logged-in',
    'An invitation sets the password of the person who is logged in',
    { rules, mail: keepTokens, tamper: atForm('/activate') },
  ),
]
