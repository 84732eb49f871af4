import { isJson, textsOf, withJsonFields, withSet } from '../bench/body.ts'
import { type Names, naming } from '../bench/named-account.ts'
import type { Sent } from '../bench/sent.ts'
import { accountFields } from '../ownership/account-fields.ts'

/** The request with these names in it, and with the address in every field that products have for one, unless a person typed it there. */
export function namingAnother(sent: Sent, names: Names, email: string): Sent {
  const { body } = sent
  const own = textsOf(body)
  const further = Object.fromEntries(
    Object.entries(accountFields(email)).filter(([name]) => own[name] === undefined),
  )
  return naming({ ...sent, body: (isJson(body) ? withJsonFields : withSet)(body, further) }, names)
}
