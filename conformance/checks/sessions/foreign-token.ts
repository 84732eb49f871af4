import type { Csrf } from '../../targets/target.ts'
import { isJson, mapJson, valuesOf, withFields } from '../bench/body.ts'
import { isToken } from '../bench/freshen.ts'
import { Jar } from '../bench/jar.ts'
import { toEmail } from '../bench/journeys.ts'
import type { Person } from '../bench/person.ts'
import type { Sent } from '../bench/sent.ts'

/**
 * The request of a person as another site can write it: with the tokens that the login page gives to somebody who is not logged in, and
 * with none where it gives none. The token of the person is what the other site does not know. Role: login.
 */
export async function asForeign(person: Person, sent: Sent): Promise<Sent> {
  const stranger = await person.bench.another(person)
  await toEmail(stranger)
  const jar = await Jar.of(stranger)
  const known = await jar.fresh({ ...sent, from: stranger.page.url() })
  await jar.close()
  return withoutTokensOf(sent, known, person.session.target.csrf)
}

/** Leaves out of a request the tokens that are still those of the first one. */
export function withoutTokensOf(first: Sent, known: Sent, csrf: Csrf = {}): Sent {
  const headers = Object.entries(known.headers).filter(
    ([name, value]) => !isToken(name, csrf.header) || first.headers[name] !== value,
  )
  const request = { ...known, headers: Object.fromEntries(headers) }
  if (known.body === '') return request
  const own = valuesOf(first.body)
  const isOwn = (name: string, value: unknown) => isToken(name, csrf.field) && own.has(value)
  const body = isJson(known.body)
    ? mapJson(known.body, (name, value) => (isOwn(name, value) ? undefined : value))
    : withFields(known.body, (fields) => fields.filter(([name, value]) => !isOwn(name, value)))
  return { ...request, body }
}
