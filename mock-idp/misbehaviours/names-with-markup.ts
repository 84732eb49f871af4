import { withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

/** It leaves an attribute first, and has no space. */
const MARKUP = '"><img/src=//doorstep-typed>'
const names = { name: MARKUP, given_name: MARKUP, family_name: MARKUP, nickname: MARKUP }

export const namesWithMarkup: Misbehaviour = {
  id: 'names-with-markup',
  group: 'beyond the suite',
  clause: 'Core 5.1',
  breaks: 'Nothing: the person’s names contain HTML.',
  goodClient: 'Shows the names as text everywhere.',
  expect: 'accept',
  idToken: (draft) => withClaims(draft, names),
  userinfo: (claims) => ({ ...claims, ...names }),
}
