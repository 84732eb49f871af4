import { ownHeadersOf } from '../../session/own-headers.ts'
import type { Credentials, Person } from './person.ts'
import { sentTyped } from './sent.ts'

/**
 * Does something, and answers what the browser sent with the request that does it: ids may be renewed at any time, and a script may send
 * a token then that it has not sent before.
 */
export async function credentialsSent(person: Person, action: () => Promise<void>): Promise<Credentials> {
  const before = await person.credentials()
  const asked = await sentTyped(person, action)
  const sent = (await asked?.allHeaders()) ?? {}
  const cookies = new Map((sent.cookie ?? '').split('; ').map(split))
  return {
    cookies: before.cookies.map((one) => ({ ...one, value: cookies.get(one.name) ?? one.value })),
    headers: { ...before.headers, ...ownHeadersOf(sent) },
  }
}

const split = (pair: string): [string, string] => {
  const at = pair.indexOf('=')
  return [pair.slice(0, at), pair.slice(at + 1)]
}
