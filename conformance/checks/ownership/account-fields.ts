import { isJson, mapJson, withFields, withJsonFields, withSet } from '../bench/body.ts'
import type { Sent } from '../bench/sent.ts'

/** Names under which forms of products carry an account, each with the account that is to be tried. */
export const accountFields = (email: string) => ({ email, username: email, user: email, login: email })

/** The request with another account: in place of the address it names, and in every field that products have for one. */
export function withAccount(sent: Sent, own: string, other: string): Sent {
  const { body } = renamed(sent, own, other)
  const further = accountFields(other)
  return { ...sent, body: isJson(body) ? withJsonFields(body, further) : withSet(body, further) }
}

/**
 * The same with these fields beside what is within an object: `{ "user": { "password": … } }`, or `user[password]`. A product that refuses
 * what it does not know may know them there.
 */
export function withAccountWithin(sent: Sent, own: string, other: string): Sent {
  const { body } = renamed(sent, own, other)
  const further = accountFields(other)
  return { ...sent, body: isJson(body) ? withinJson(body, further) : withinFields(body, further) }
}

/** The ways in which a request can name another account. */
export const waysToName = (sent: Sent) =>
  withAccountWithin(sent, '', '').body === renamed(sent, '', '').body
    ? [withAccount]
    : [withAccount, withAccountWithin]

function renamed(sent: Sent, own: string, other: string): Sent {
  if (own === '') return sent
  if (isJson(sent.body)) return { ...sent, body: sent.body.replaceAll(own, other) }
  const rename = (value: string) => (value === own ? other : value)
  return {
    ...sent,
    body: withFields(sent.body, (fields) => fields.map(([name, value]) => [name, rename(value)])),
  }
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const withinJson = (body: string, further: Readonly<Record<string, string>>): string =>
  mapJson(body, (name, value) => (name !== '' && isObject(value) ? { ...value, ...further } : value))

const BRACKETS = /^(.+)\[[^\]]+\]$/

function withinFields(body: string, further: Readonly<Record<string, string>>): string {
  const within = (names: readonly string[]) => [
    ...new Set(names.flatMap((name) => BRACKETS.exec(name)?.[1] ?? [])),
  ]
  return withFields(body, (fields) => [
    ...fields,
    ...within(fields.map(([name]) => name)).flatMap((object) =>
      Object.entries(further).map(([name, value]): [string, string] => [`${object}[${name}]`, value]),
    ),
  ])
}
