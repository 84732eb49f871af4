import type { Defect, Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { changed, fieldOf, isAt, isPage, sandboxOf } from './tamper.ts'

const INTERFACE = '/api/data'

const ADDRESS = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g

/** What is known of a sandbox by what has passed. */
interface Known {
  /** Who has begun a login there last. */
  email: string
  /** Everybody in its list of users. */
  users: string[]
}

/** Where the person is who sends a request: logged in, before their second factor, or neither. */
async function stateOf(send: Send, request: Request): Promise<'in' | 'half' | 'out'> {
  const headers = { cookie: request.headers.get('cookie') ?? '', accept: 'text/html' }
  const opens = async (path: string) =>
    (await send(new Request(`${sandboxOf(request)}${path}`, { headers }))).status === 200
  if (await opens('/dashboard')) return 'in'
  return (await opens('/log-in/verify')) || (await opens('/log-in/method')) ? 'half' : 'out'
}

/** Pages at that path have a script that reads an interface, which the tenant itself has not. */
const reading =
  (path: string, answer: (state: 'in' | 'half' | 'out', known: Known) => Response) =>
  (send: Send): Send => {
    const all = new Map<string, Known>()
    return async (request) => {
      const sandbox = sandboxOf(request)
      const known = all.get(sandbox) ?? { email: '', users: [] }
      all.set(sandbox, known)
      if (isAt(request, INTERFACE)) return answer(await stateOf(send, request), known)
      if (request.method === 'POST' && isAt(request, '/log-in/email'))
        known.email = (await fieldOf(request, 'email')) ?? ''
      const answered = await send(request)
      if (!isPage(answered) || answered.status !== 200) return answered
      const body = await answered.text()
      if (isAt(request, '/configuration/users')) known.users = body.match(ADDRESS) ?? []
      const script = isAt(request, path) ? `<script>fetch('${sandbox}${INTERFACE}')</script>` : ''
      return changed(answered, {
        body: body.replace('</body>', `${script}</body>`),
        headers: (headers) => headers.delete('content-security-policy'),
      })
    }
  }

/** The list of users opens to Administrators alone. */
const listForAdministrators =
  (send: Send): Send =>
  async (request) => {
    if (request.method !== 'GET' || !isAt(request, '/configuration/users')) return send(request)
    const headers = { cookie: request.headers.get('cookie') ?? '', accept: 'text/html' }
    const form = await send(new Request(`${request.url}/new`, { headers }))
    if (form.status === 200) return send(request)
    return new Response('<h1>For Administrators</h1>', {
      status: 403,
      headers: { 'content-type': 'text/html' },
    })
  }

/** Sandboxes where somebody was logged in before. */
const were = new WeakSet<Known>()

const closed = new Response(null, { status: 401 })

/** An interface that the pages read answers where the pages do not open. */
export const interfacesHalfWay: Defect[] = [
  flaw(
    ['OTP6.pages', 'OTP6.first'],
    'interface-opens-half-way',
    'After the password alone an interface opens that a page behind the protected one reads',
    {
      tamper: reading('/account', (state, { email }) =>
        state === 'out' ? closed.clone() : Response.json({ email, role: 'Viewer' }),
      ),
    },
  ),
  flaw(
    'OTP6.data',
    'interface-answers-half-way',
    'An interface that answers anybody says after the password alone whose account it is, and their role',
    {
      tamper: reading('/dashboard', (state, { email }) =>
        Response.json(state === 'out' ? { user: null } : { user: { email, role: 'Viewer' } }),
      ),
    },
  ),
  flaw(
    'ADM5.interfaces-half-way',
    'users-interface-opens-half-way',
    'The interface that the list of users reads names them after the password alone',
    {
      tamper: reading('/configuration/users', (state, { users }) =>
        state === 'out' ? closed.clone() : Response.json({ users }),
      ),
    },
  ),
  flaw(
    'ADM5.interfaces-role',
    'users-interface-opens-to-everybody',
    'The list of users opens to Administrators alone, and the interface that it reads to everybody who is logged in',
    {
      tamper: (send) =>
        listForAdministrators(
          reading('/configuration/users', (state, { users }) =>
            state === 'in' ? Response.json({ users }) : closed.clone(),
          )(send),
        ),
    },
  ),
  flaw(
    'SES4.interfaces',
    'interface-forgets-the-idle-time',
    'An interface that the dashboard reads answers after the idle time',
    {
      tamper: reading('/dashboard', (state, known) => {
        if (state === 'in') were.add(known)
        return were.has(known) ? Response.json({ email: known.email }) : closed.clone()
      }),
    },
  ),
]
