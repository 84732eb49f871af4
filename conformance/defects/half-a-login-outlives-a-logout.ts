import type { Defect, Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { changed, fieldOf, isAt, SESSION_COOKIE, sandboxOf, sendForm } from './tamper.ts'

const isLogout = (request: Request) => request.method === 'POST' && isAt(request, '/log-out')

const HALF_WAY = '/log-in/verify'

/** Whether somebody waits for their code with the cookies of a request. */
async function waitsForCode(send: Send, request: Request): Promise<boolean> {
  const headers = { cookie: request.headers.get('cookie') ?? '' }
  return (await send(new Request(`${sandboxOf(request)}${HALF_WAY}`, { headers }))).status === 200
}

/** Whether the request of now is one that the product makes itself. */
let isOwn = false

/** What was typed last, by the sandbox: a login is begun anew with it. */
interface Typed {
  email?: string
  password?: string
}

/** Begins a login, up to the code. Answers its session cookie as it is set. */
async function beginAgain(send: Send, sandbox: string, typed: Typed): Promise<string | undefined> {
  let cookie = ''
  let set: string | undefined
  isOwn = true
  for (const field of ['email', 'password'] as const) {
    const answer = await sendForm(send, `${sandbox}/log-in/${field}`, cookie, { [field]: typed[field] ?? '' })
    set = answer.headers.getSetCookie().find((line) => SESSION_COOKIE.test(line)) ?? set
    cookie = set?.split(';')[0] ?? cookie
  }
  isOwn = false
  return set
}

/** What is left of a login that waited for its code. */
export const halfLoginsOutliveLogouts: Defect[] = [
  flaw(
    'SES17.half-way',
    'logout-half-way-ends-nothing',
    'Logging out while the code is asked for leads to the entrance, and ends nothing',
    {
      tamper: (send) => async (request) => {
        if (!isLogout(request) || !(await waitsForCode(send, request))) return send(request)
        return new Response(null, { status: 303, headers: { location: `${sandboxOf(request)}/log-in` } })
      },
    },
  ),
  flaw(
    ['SES17.whole', 'SES17.half-way'],
    'password-stays-proven-after-a-logout',
    'After a logout the page for the code, and its request, go on as if the password had been given',
    {
      tamper: (send) => {
        const typed = new Map<string, Typed>()
        return async (request) => {
          const sandbox = sandboxOf(request)
          for (const field of ['email', 'password'] as const)
            if (request.method === 'POST' && isAt(request, `/log-in/${field}`))
              typed.set(sandbox, { ...typed.get(sandbox), [field]: (await fieldOf(request, field)) ?? '' })
          const answer = await send(request)
          const known = isLogout(request) ? typed.get(sandbox) : undefined
          const set = known && (await beginAgain(send, sandbox, known))
          return set ? changed(answer, { headers: (all) => all.append('set-cookie', set) }) : answer
        }
      },
      rules: ({ isFormForged }) => ({ isFormForged: (sent, own) => !isOwn && isFormForged(sent, own) }),
    },
  ),
  flaw('SES4.half-way', 'half-a-login-never-ends', 'A login that waits for its code never ends', {
    rules: ({ isVisitOver }) => ({
      isVisitOver: (visit, now) => visit.stage === 'in' && isVisitOver(visit, now),
    }),
  }),
  flaw(
    'RP14.half-way',
    'half-a-login-outlives-another-method',
    'What was begun by another way of logging in goes on',
    { rules: () => ({ maySessionGoOn: () => true }) },
  ),
]
