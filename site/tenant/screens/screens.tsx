import type { ComponentType } from 'react'
import { AccountBlocked } from './account-blocked.tsx'
import { Alerts } from './alerts.tsx'
import { AuditLogs } from './audit-logs.tsx'
import { ChangePassword } from './change-password.tsx'
import { Clauses } from './clauses.tsx'
import { documentedScreens } from './documented-screens.tsx'
import { NotHere } from './not-here.tsx'
import { Notice } from './notice.tsx'
import { OnToYourProvider } from './on-to-your-provider.tsx'
import type { PropsOf, TenantScreen, TenantScreenId } from './props.ts'
import { ResetLinkExpired } from './reset-link-expired.tsx'
import { User } from './user.tsx'
import { YourAccount } from './your-account.tsx'

const byId: { readonly [Id in TenantScreenId]: TenantScreen<Id> } = {
  ...documentedScreens,
  'reset-link-expired': { title: 'Link Expired', Screen: ResetLinkExpired },
  'your-account': { title: 'Your account', Screen: YourAccount },
  'change-password': { title: 'Change password', Screen: ChangePassword },
  'account-blocked': { title: 'Account Blocked', Screen: AccountBlocked },
  'on-to-your-provider': { title: 'On to Your Provider', Screen: OnToYourProvider },
  user: { title: 'User', Screen: User },
  alerts: { title: 'Alerts', Screen: Alerts },
  'audit-logs': { title: 'Audit Logs', Screen: AuditLogs },
  'not-here': { title: 'Configuration', Screen: NotHere },
  clauses: { title: 'Clauses', Screen: Clauses },
  notice: { title: 'That didn’t work', Screen: Notice },
}

export type { TenantScreenId }

export const isScreen = (id: string): id is TenantScreenId => Object.hasOwn(byId, id)

/** Titles of the screens, as the browser's tab shows them. */
export const titleOf = (id: TenantScreenId): string => byId[id].title

type TenantScreens = { readonly [Id in TenantScreenId]: ComponentType<PropsOf<Id>> }

/** Every screen of the product: its id → the component that shows it. Pure: they run in the page and on the server. */
export const tenantScreens = Object.fromEntries(
  Object.entries(byId).map(([id, { Screen }]) => [id, Screen]),
) as unknown as TenantScreens
