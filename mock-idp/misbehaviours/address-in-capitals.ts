import { withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

const inCapitals = (claims: Record<string, unknown>) =>
  Object.fromEntries(
    ['email', 'preferred_username'].flatMap((name) => {
      const value = claims[name]
      return typeof value === 'string' ? [[name, value.toUpperCase()]] : []
    }),
  )

export const addressInCapitals: Misbehaviour = {
  id: 'address-in-capitals',
  group: 'beyond the suite',
  clause: 'Core 5.1 and 5.7',
  breaks: 'Nothing: the person’s email address and sign-in name are in capital letters.',
  goodClient: 'Finds the account for that address, however its letters were written when it was added.',
  expect: 'accept',
  idToken: (draft) => withClaims(draft, inCapitals(draft.claims)),
  userinfo: (claims) => ({ ...claims, ...inCapitals(claims) }),
}
