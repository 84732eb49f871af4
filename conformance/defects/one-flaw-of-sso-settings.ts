import type { Defect, Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { changed, fieldOf, isAt, isPage, SESSION_COOKIE, sandboxOf } from './tamper.ts'

const SETTINGS = '/my-organization/settings'

/** The method that a request saves; `undefined` where it saves none. */
async function methodSavedBy(request: Request): Promise<string | undefined> {
  if (request.method !== 'POST' || !isAt(request, SETTINGS)) return undefined
  return (await fieldOf(request, 'do')) === 'save' ? ((await fieldOf(request, 'method')) ?? '') : undefined
}

/** What is saved is answered as if it were, and changes nothing. */
const notSaving =
  (isIt: (method: string, sandbox: string) => boolean) =>
  (send: Send): Send =>
  async (request) => {
    const method = await methodSavedBy(request)
    if (method === undefined || !isIt(method, sandboxOf(request))) return send(request)
    const location = request.url.replace(SETTINGS, '/my-organization')
    return new Response(null, { status: 303, headers: { location } })
  }

/** Whether the request of now is one that another sandbox was sent. */
let isRepeated = false

/** Saves in every sandbox, as the Administrator who was seen last in each, what is saved in one. */
const savingForAll = (send: Send): Send => {
  const cookies = new Map<string, string>()
  return async (request) => {
    const sandbox = sandboxOf(request)
    if (isAt(request, '/my-organization')) cookies.set(sandbox, request.headers.get('cookie') ?? '')
    const isSaving = (await methodSavedBy(request)) !== undefined
    const body = isSaving ? await request.clone().text() : ''
    const answer = await send(request)
    if (!isSaving) return answer
    isRepeated = true
    for (const [other, cookie] of cookies) {
      if (other === sandbox) continue
      const headers = new Headers(request.headers)
      headers.set('cookie', cookie)
      await send(new Request(request.url.replace(sandbox, other), { method: 'POST', headers, body }))
    }
    isRepeated = false
    return answer
  }
}

/** Whether the sandbox has gone back to the login of the product itself. */
let isBack = false

/** One thing about the settings of single sign-on is wrong. */
export const flawsOfSsoSettings: Defect[] = [
  flaw(
    ['CFG7.entra', 'CFG7.again', 'CFG7.back'],
    'settings-saved-once',
    'The settings that are saved first are in force until the next start',
    {
      tamper: (send) => {
        const saved = new Set<string>()
        return notSaving((_, sandbox) => {
          const isLater = saved.has(sandbox)
          saved.add(sandbox)
          return isLater
        })(send)
      },
    },
  ),
  flaw(
    ['CFG7.oidc', 'CFG7.again'],
    'openid-connect-without-effect',
    'Saving OpenID Connect changes no login',
    { tamper: notSaving((method) => method === 'OpenID Connect') },
  ),
  flaw('CFG5.cancelled', 'cancelling-saves', 'Cancelling the settings saves what was typed', {
    tamper: (send) => async (request) => {
      const isCancelled = isAt(request, SETTINGS) && (await fieldOf(request, 'do')) === 'cancel'
      if (!isCancelled) return send(request)
      const fields = new URLSearchParams(await request.clone().text())
      fields.set('do', 'save')
      return send(new Request(request, { body: fields.toString() }))
    },
  }),
  flaw('CFG5.refused', 'refused-settings-switch-the-method', 'Settings that are refused switch the method', {
    tamper: (send) => {
      const switched = new Set<string>()
      return async (request) => {
        const method = await methodSavedBy(request)
        const answer = await send(request)
        const sandbox = sandboxOf(request)
        if (method !== undefined && answer.status >= 400) switched.add(sandbox)
        else if (method !== undefined) switched.delete(sandbox)
        const isShown = isAt(request, '/my-organization') && isPage(answer) && switched.has(sandbox)
        if (!isShown) return answer
        return changed(answer, {
          body: (await answer.text()).replaceAll('1Secure Authentication', 'OpenID Connect'),
        })
      }
    },
  }),
  flaw('CFG7.former', 'answer-of-a-former-provider', 'A provider that was given up still lets people in', {
    tamper: (send) => {
      const cookies = new Map<string, string>()
      return async (request) => {
        const sandbox = sandboxOf(request)
        if ((await methodSavedBy(request)) === '1Secure Authentication')
          cookies.set(sandbox, request.headers.get('cookie')?.match(SESSION_COOKIE)?.[0] ?? '')
        const cookie = cookies.get(sandbox)
        if (cookie === undefined || !isAt(request, '/login/callback')) return send(request)
        const headers = { location: `${sandbox}/dashboard`, 'set-cookie': `${cookie}; path=/; secure` }
        return new Response(null, { status: 303, headers })
      }
    },
  }),
  flaw('CFG5.others', 'settings-saved-for-all', 'Settings are saved for every organization at once', {
    tamper: savingForAll,
    rules: ({ isFormForged }) => ({ isFormForged: (sent, own) => !isRepeated && isFormForged(sent, own) }),
  }),
  flaw('CFG7.back', 'no-way-back', 'Saving 1Secure Authentication leaves single sign-on on', {
    tamper: notSaving((method) => method === '1Secure Authentication'),
  }),
  flaw('CFG7.factor', 'no-factor-after-sso', 'After single sign-on no second factor is asked for', {
    tamper: (send) => async (request) => {
      isBack ||= (await methodSavedBy(request)) === '1Secure Authentication'
      return send(request)
    },
    rules: ({ requireSecondFactor }) => ({
      requireSecondFactor: (enrolled) => (isBack ? 'in' : requireSecondFactor(enrolled)),
    }),
  }),
]
