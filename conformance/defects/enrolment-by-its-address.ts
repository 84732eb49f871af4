import type { Defect, Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { isAt, SESSION_COOKIE, sandboxOf } from './tamper.ts'

/** Whether the login of now is one of someone who has enrolled nothing, as the tenant takes it. */
let isNew = false

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

/** Sends a form with a session, and answers the session that it goes on with. */
async function step(send: Send, url: string, fields: Record<string, string>, session = ''): Promise<string> {
  const headers = { ...FORM, ...(session && { cookie: session }) }
  const answer = await send(
    new Request(url, { method: 'POST', headers, body: new URLSearchParams(fields).toString() }),
  )
  return SESSION_COOKIE.exec(answer.headers.getSetCookie().join())?.[0] ?? session
}

/** Someone who asks for something and would be sent to that page begins anew as a new user, at the enrolment of an app. */
const startingOver =
  (waitsAt: string, asks: { method: string; path: string }) =>
  (send: Send): Send => {
    /** What was typed last in each sandbox. */
    const typed = new Map<string, Record<string, string>>()
    return async (request) => {
      const sandbox = sandboxOf(request)
      for (const form of ['email', 'password'])
        if (request.method === 'POST' && isAt(request, `/log-in/${form}`)) {
          const fields = Object.fromEntries(new URLSearchParams(await request.clone().text()))
          typed.set(sandbox, { ...typed.get(sandbox), ...fields })
        }
      const answer = await send(request)
      const leads = answer.headers.get('location') ?? ''
      const asked = request.method === asks.method && isAt(request, asks.path)
      if (!asked || !leads.endsWith(waitsAt)) return answer
      const { email = '', password = '' } = typed.get(sandbox) ?? {}
      isNew = true
      const begun = await step(send, `${sandbox}/log-in/email`, { email })
      const past = await step(send, `${sandbox}/log-in/password`, { password }, begun)
      const session = await step(send, `${sandbox}/log-in/method`, { method: 'authenticator-app' }, past)
      isNew = false
      const { pathname } = new URL(sandbox)
      const cookie = `${session}; Path=${pathname}; Secure; HttpOnly; SameSite=Lax`
      return new Response(null, {
        status: 303,
        headers: { location: `${sandbox}/log-in/app`, 'set-cookie': cookie },
      })
    }
  }

const rules: NonNullable<Defect['rules']> = ({ requireSecondFactor }) => ({
  requireSecondFactor: (enrolled) => (isNew ? 'enrol' : requireSecondFactor(enrolled)),
  mayEnrol: () => true,
  isCrossSite: () => false,
  isFormForged: () => false,
})

export const enrolmentByItsAddress = flaw(
  'OTP9.prompt',
  'enrolment-by-its-address',
  'A login that waits for a security key enrols an app by the address of the enrolment',
  {
    tamper: startingOver('/log-in/verify-key', { method: 'GET', path: '/log-in/app' }),
    rules,
  },
)

export const stepsCanBeSkipped: Defect = {
  id: 'steps-can-be-skipped',
  title: 'A new password that is sent without a link opens the enrolment of an app',
  tamper: startingOver('/reset', { method: 'POST', path: '/reset' }),
  rules,
  flows: [],
  checks: ['SNK.reset-password'],
  fails: ['SNK.reset-password'],
}
