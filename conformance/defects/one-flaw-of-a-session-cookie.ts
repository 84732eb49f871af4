import { createHmac, randomUUID } from 'node:crypto'
import type { Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { SESSION_COOKIE, whoSends, withCookies } from './tamper.ts'

const NAME = '__Secure-doorstep-tenant'

interface Writing {
  /** What the browser gets in place of a session id. */
  write: (id: string, email: string) => string
  /** The session id that a browser means; `undefined` where it means none. */
  read: (value: string) => string | undefined
}

/** The browser gets another session cookie than the tenant gives out. */
const written =
  ({ write, read }: Writing) =>
  (send: Send): Send =>
  async (request) => {
    const headers = new Headers(request.headers)
    const cookie = (headers.get('cookie') ?? '').replace(
      new RegExp(`${NAME}=([^;]+)`),
      (_, value: string) => `${NAME}=${read(value) ?? ''}`,
    )
    headers.set('cookie', cookie)
    const answer = await send(new Request(request, { headers }))
    const [, fresh] = SESSION_COOKIE.exec(answer.headers.getSetCookie().join()) ?? []
    if (!fresh) return answer
    const as = new Request(request.url, { headers: { cookie: `${NAME}=${fresh}` } })
    const value = write(fresh, (await whoSends(send, as)) ?? '')
    return withCookies(answer, (line) => line.replace(`${NAME}=${fresh}`, `${NAME}=${value}`))
  }

const base64 = (text: string) => Buffer.from(text).toString('base64url')

/** Sessions by what the browser has of them. */
function remembering(write: (id: string, email: string) => string): Writing {
  const known = new Map<string, string>()
  return {
    write(id, email) {
      const value = write(id, email)
      known.set(value, id)
      return value
    },
    read: (value) => known.get(value),
  }
}

function countingUp(): Writing {
  let last = 1000
  return remembering(() => {
    last += 1
    return `session-${last}`
  })
}

/** The account alone decides whose session it is. */
function namingTheAccount(): Writing {
  const newest = new Map<string, string>()
  const HALF_WAY = 'half-way'
  return {
    write(id, email) {
      newest.set(email || id, id)
      return base64(JSON.stringify({ of: email || HALF_WAY, id: email ? randomUUID() : id }))
    },
    read(value) {
      const { of, id } = JSON.parse(Buffer.from(value, 'base64url').toString() || '{}')
      return newest.get(of === HALF_WAY ? id : of)
    },
  }
}

/** What is signed is read, and the signature is not. */
function signedForShow(): Writing {
  const known = new Map<string, string>()
  return {
    write(id) {
      const payload = base64(JSON.stringify({ sub: randomUUID() }))
      known.set(payload, id)
      const header = base64(JSON.stringify({ alg: 'HS256', typ: 'JWT' }))
      const signature = createHmac('sha256', id).update(`${header}.${payload}`).digest('base64url')
      return `${header}.${payload}.${signature}`
    },
    read: (value) => known.get(value.split('.')[1] ?? ''),
  }
}

/** One thing about what a session cookie holds is wrong. */
export const flawsOfASessionCookie = [
  flaw(['SES14.bits'], 'session-ids-count-up', 'Session ids count up', {
    tamper: (send) => written(countingUp())(send),
  }),
  flaw(['SES14.different', 'SES14.bits'], 'session-id-of-everybody', 'Every session has the same id', {
    tamper: (send) => written(remembering(() => 'the-one-session-of-all'))(send),
  }),
  flaw(
    ['SES14.rewritten'],
    'cookie-names-its-account',
    'The session cookie names the account, and that name decides whose session it is',
    { tamper: (send) => written(namingTheAccount())(send) },
  ),
  flaw(
    ['SES14.unsigned', 'SES14.swapped'],
    'signature-of-the-cookie-unchecked',
    'The signature of the session cookie is not checked',
    {
      tamper: (send) => written(signedForShow())(send),
    },
  ),
]
