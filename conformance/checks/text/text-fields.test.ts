import { expect, test } from 'vitest'
import { packs } from '../../../machines/index.ts'
import { fieldOf } from '../../../machines/model/perform.ts'
import { type Act, partsOf } from '../../../machines/model/roles.ts'
import type { Screen } from '../../../machines/model/screen.ts'
import { holdsText } from './type-markup.ts'

/** What TXT1 types markup into. Someone who goes to the provider types the address of a login. */
const typed = [
  'login.enterEmail',
  'sso.goToProvider',
  'reset.ask',
  'administration.add',
  'keys.naming.name',
  'ssoSettings.openIdConnect.fill',
  'ssoSettings.entra.fill',
]

const takesText = (screens: Readonly<Record<string, Screen>>, { screen, fill = {} }: Act) =>
  Object.keys(fill).some((label) => holdsText(fieldOf(screens[screen] ?? { heading: '' }, label)))

test.each(packs)(
  'every field for text that the roles of $title name is one that TXT1 types into',
  ({ roles = {}, screens }) => {
    const { acts } = partsOf(roles)
    const places = acts.flatMap(({ where, act }) => (takesText(screens, act) ? [where] : []))
    expect(places.length).toBeGreaterThan(0)
    expect(places.filter((where) => !typed.includes(where))).toEqual([])
  },
)
