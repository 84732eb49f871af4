import type { Sent } from '../bench/sent.ts'

/** Names under which forms of products carry an account, each with the account that is to be tried. */
export const accountFields = (email: string) => ({ email, username: email, user: email, login: email })

/** The request with another account: in place of the address it names, and in every field that products have for one. */
export function withAccount(sent: Sent, own: string, other: string): Sent {
  if (sent.body.startsWith('{')) {
    const body = JSON.parse(sent.body.replaceAll(own, other))
    return { ...sent, body: JSON.stringify({ ...body, ...accountFields(other) }) }
  }
  const fields = new URLSearchParams(sent.body)
  for (const [name, value] of [...fields]) if (value === own) fields.set(name, other)
  for (const [name, value] of Object.entries(accountFields(other))) fields.set(name, value)
  return { ...sent, body: fields.toString() }
}
