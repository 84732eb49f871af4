import { isJson, withFields, withJsonFields, withSet } from '../bench/body.ts'
import type { Sent } from '../bench/sent.ts'

/** Names under which forms of products carry an account, each with the account that is to be tried. */
export const accountFields = (email: string) => ({ email, username: email, user: email, login: email })

/** The request with another account: in place of the address it names, and in every field that products have for one. */
export function withAccount(sent: Sent, own: string, other: string): Sent {
  const further = accountFields(other)
  if (isJson(sent.body)) return { ...sent, body: withJsonFields(sent.body.replaceAll(own, other), further) }
  const renamed = withFields(sent.body, (fields) =>
    fields.map(([name, value]) => [name, value === own ? other : value]),
  )
  return { ...sent, body: withSet(renamed, further) }
}
