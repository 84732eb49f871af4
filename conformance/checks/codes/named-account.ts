import { isTokenName } from '../bench/freshen.ts'
import type { Sent } from '../bench/sent.ts'
import { accountFields } from '../ownership/account-fields.ts'

type Fields = Record<string, string>

/** The texts in a body, by the name of their field; of JSON those at the top. */
function fieldsOf(body: string): Fields {
  const all: [string, unknown][] = body.startsWith('{')
    ? Object.entries(JSON.parse(body))
    : [...new URLSearchParams(body)]
  return Object.fromEntries(all.filter((field): field is [string, string] => typeof field[1] === 'string'))
}

/**
 * What names an account in the requests of two people: fields that are the same at two logins of one of them, and another at the login
 * of the other. An id of the login itself differs each time. A form that holds the password as well holds the address that was typed:
 * with both of them it would be an honest login.
 */
export function namesOfAccount(one: Sent, again: Sent, other: Sent, password: string): Fields {
  const [first, second, theirs] = [one, again, other].map(({ body }) => fieldsOf(body)) as [
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
  const own = fieldsOf(sent.body)
  const further = Object.entries(accountFields(email)).filter(([name]) => own[name] === undefined)
  const forged = { ...Object.fromEntries(further), ...names }
  if (sent.body.startsWith('{'))
    return { ...sent, body: JSON.stringify({ ...JSON.parse(sent.body), ...forged }) }
  const fields = new URLSearchParams(sent.body)
  for (const [name, value] of Object.entries(forged)) fields.set(name, value)
  return { ...sent, body: fields.toString() }
}
