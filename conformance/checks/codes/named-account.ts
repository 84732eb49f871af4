import { fieldsOf, isJson, withJsonFields, withSet } from '../bench/body.ts'
import { isTokenName } from '../bench/freshen.ts'
import type { Sent } from '../bench/sent.ts'
import { accountFields } from '../ownership/account-fields.ts'

type Fields = Record<string, string>

/** The texts in a body, by the name of their field; of JSON those at the top. */
export function textsOf(body: string): Fields {
  const all: [string, unknown][] = isJson(body) ? Object.entries(JSON.parse(body)) : fieldsOf(body)
  return Object.fromEntries(all.filter((field): field is [string, string] => typeof field[1] === 'string'))
}

/**
 * What names an account in the requests of two people: fields that are the same at two logins of one of them, and another at the login
 * of the other. An id of the login itself differs each time. A form that holds the password as well holds the address that was typed:
 * with both of them it would be an honest login.
 */
export function namesOfAccount(one: Sent, again: Sent, other: Sent, password: string): Fields {
  const [first, second, theirs] = [one, again, other].map(({ body }) => textsOf(body)) as [
    Fields,
    Fields,
    Fields,
  ]
  const isName = ([name, value]: [string, string]) =>
    !isTokenName(name) && value === second[name] && theirs[name] !== undefined && theirs[name] !== value
  return Object.values(first).includes(password)
    ? {}
    : Object.fromEntries(Object.entries(first).filter(isName))
}

/** The request with these names in it, and with the address in every field that products have for one, unless a person typed it there. */
export function naming(sent: Sent, names: Fields, email: string): Sent {
  const own = textsOf(sent.body)
  const further = Object.entries(accountFields(email)).filter(([name]) => own[name] === undefined)
  const forged = { ...Object.fromEntries(further), ...names }
  const withThem = isJson(sent.body) ? withJsonFields : withSet
  return { ...sent, body: withThem(sent.body, forged) }
}
