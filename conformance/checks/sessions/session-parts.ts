import { isIn } from '../../session/signed-in.ts'
import { secretOf } from '../../session/token-headers.ts'
import { Jar } from '../bench/jar.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import type { Credentials, Person } from '../bench/person.ts'

/** A cookie that holds the session, or a token in a header that the scripts of the page send. */
export interface SessionPart {
  kind: 'cookie' | 'header'
  name: string
  value: string
}

/**
 * What holds the session: without any of it no one is logged in.
 * @throws NotTestable when the session is kept elsewhere
 */
export async function sessionParts(person: Person): Promise<SessionPart[]> {
  const whole = await person.credentials()
  if (!(await opens(person, whole))) throw new Unproven('No one is logged in.')
  const needed: SessionPart[] = []
  for (const part of partsIn(whole)) if (!(await opens(person, withPart(whole, part)))) needed.push(part)
  if (needed.length === 0)
    throw new NotTestable(
      `${person.bench.target.name} keeps its session neither in a cookie nor in what its scripts send.`,
    )
  return needed
}

/** What may hold a session: each cookie, and each secret in a header. */
export const partsIn = ({ cookies, headers }: Credentials): SessionPart[] => [
  ...cookies.map(({ name, value }) => ({ kind: 'cookie' as const, name, value })),
  ...Object.entries(headers).flatMap(([name, value]) => {
    const secret = secretOf(value)
    return secret === undefined ? [] : { kind: 'header' as const, name, value: secret }
  }),
]

/** The tokens that open the session without anything else. An id of the browser, which a session is bound to, does not. */
export async function tokensAlone(person: Person, whole: Credentials): Promise<SessionPart[]> {
  const alone: SessionPart[] = []
  for (const part of partsIn(whole)) {
    const { [part.name]: value = '' } = whole.headers
    if (part.kind === 'header' && (await opens(person, { cookies: [], headers: { [part.name]: value } })))
      alone.push(part)
  }
  return alone
}

/** Whether someone is logged in who sends that, and nothing else. */
export async function opens(person: Person, credentials: Credentials): Promise<boolean> {
  const jar = await Jar.with(person, credentials)
  const facts = await jar.signedIn()
  await jar.close()
  return isIn(facts)
}

/** The same with another value in place of this one, or without it. */
export function withPart({ cookies, headers }: Credentials, part: SessionPart, value?: string): Credentials {
  const { kind, name, value: old } = part
  if (kind === 'header') {
    const { [name]: whole = '', ...others } = headers
    return {
      cookies,
      headers: value === undefined ? others : { ...others, [name]: whole.replace(old, () => value) },
    }
  }
  const others = cookies.filter((cookie) => cookie.name !== name)
  const own =
    value === undefined ? [] : cookies.flatMap((one) => (one.name === name ? { ...one, value } : []))
  return { headers, cookies: [...others, ...own] }
}
