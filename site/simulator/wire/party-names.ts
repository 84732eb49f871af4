import type { Party } from '../../wire/message.ts'

export const partyNames: Readonly<Record<Party, string>> = {
  person: 'Person',
  authenticator: 'Authenticator',
  mail: 'Mail',
  browser: 'Browser',
  product: 'Product',
  provider: 'Provider',
}
