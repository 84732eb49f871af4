import type { Defect, Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { fieldOf, isAt, sandboxOf } from './tamper.ts'

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
