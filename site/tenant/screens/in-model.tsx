import type { ComponentType, ReactElement } from 'react'
import { roles } from '../roles.ts'
import { documentedScreens } from './documented-screens.tsx'
import { MainElement } from './parts/main.tsx'
import type { PropsOf, UserRow } from './props.ts'
import type { Shown } from './shown.ts'
import styles from './tenant.css?inline'

export { styles }

type DocumentedId = keyof typeof documentedScreens

const EMAIL = 'Email address'

/** The person who walks, and users who were added on the way. */
function usersOf({ email, typed, rows }: Shown): UserRow[] {
  const role = roles.find((role) => role === typed.Role) ?? 'Viewer'
  return [
    { id: '1', email, role: 'Administrator', status: 'Verified' },
    ...rows.map(({ name, says }, n) => ({
      id: String(n + 2),
      email: name,
      role,
      status: says === 'Verified' ? ('Verified' as const) : ('Pending Verification' as const),
    })),
  ]
}

/** The props of a screen that shows what was typed before. */
const propsOf: { readonly [Id in DocumentedId]?: (shown: Shown) => PropsOf<Id> } = {
  'email-address': ({ typed }) => ({ email: typed[EMAIL] ?? '' }),
  'forgot-your-password': ({ typed }) => ({ email: typed[EMAIL] ?? '' }),
  'enter-your-password': ({ typed, email }) => ({ email: typed[EMAIL] || email }),
  'check-your-email': ({ typed, email }) => ({ email: typed[EMAIL] || email }),
  'secure-your-account': ({ message, qr, secret }) =>
    secret === undefined ? { message, qr } : { message: undefined, qr, secret },
  'my-organization': ({ typed }) => ({ method: typed.Method }),
  users: (shown) => ({ users: usersOf(shown) }),
}

const showing =
  (id: DocumentedId) =>
  (shown: Shown): ReactElement => {
    const Screen = documentedScreens[id].Screen as ComponentType<PropsOf<typeof id>>
    const { message, tone, email } = shown
    return (
      <MainElement value="div">
        <Screen {...{ message, tone, email }} {...propsOf[id]?.(shown)} />
      </MainElement>
    )
  }

/** Every screen of the documented procedures as model mode shows it, without a server. */
export const screens = Object.fromEntries(
  (Object.keys(documentedScreens) as DocumentedId[]).map((id) => [id, showing(id)]),
)
