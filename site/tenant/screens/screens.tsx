import type { ComponentType } from 'react'
import { AccountActivated } from './account-activated.tsx'
import { AccountBlocked } from './account-blocked.tsx'
import { AddUsers } from './add-users.tsx'
import { AddingYourSecurityKey } from './adding-your-security-key.tsx'
import { Alerts } from './alerts.tsx'
import { AuditLogs } from './audit-logs.tsx'
import { SettingsOf1Secure, SettingsOfEntraId, SettingsOfOpenidConnect } from './authentication-settings.tsx'
import { ChangePassword } from './change-password.tsx'
import { ChangeYourPassword } from './change-your-password.tsx'
import { CheckYourEmail } from './check-your-email.tsx'
import { Clauses } from './clauses.tsx'
import { Dashboard } from './dashboard.tsx'
import { EmailAddress } from './email-address.tsx'
import { EnterYourPassword } from './enter-your-password.tsx'
import { ForgotYourPassword } from './forgot-your-password.tsx'
import { InvalidLink } from './invalid-link.tsx'
import { KeepYourAccountSafe } from './keep-your-account-safe.tsx'
import { LinkExpired } from './link-expired.tsx'
import { LoginPage } from './login-page.tsx'
import { ManagedOrganizations } from './managed-organizations.tsx'
import { MyOrganization } from './my-organization.tsx'
import { NameYourSecurityKey } from './name-your-security-key.tsx'
import { NewLinkSent } from './new-link-sent.tsx'
import { NotHere } from './not-here.tsx'
import { Notice } from './notice.tsx'
import { OnToYourProvider } from './on-to-your-provider.tsx'
import { PasswordChanged } from './password-changed.tsx'
import type { PropsOf, TenantScreenId } from './props.ts'
import { ResetLinkExpired } from './reset-link-expired.tsx'
import { SecureYourAccount } from './secure-your-account.tsx'
import { User } from './user.tsx'
import { Users } from './users.tsx'
import { VerifyWithSecurityKey } from './verify-with-security-key.tsx'
import { VerifyYourIdentity } from './verify-your-identity.tsx'
import { YourAccount } from './your-account.tsx'

interface TenantScreen<Id extends TenantScreenId> {
  /** What the browser's tab says; also the heading. */
  title: string
  Screen: ComponentType<PropsOf<Id>>
}

const byId: { readonly [Id in TenantScreenId]: TenantScreen<Id> } = {
  'login-page': { title: 'Log in', Screen: LoginPage },
  'email-address': { title: 'Welcome', Screen: EmailAddress },
  'enter-your-password': { title: 'Enter Your Password', Screen: EnterYourPassword },
  'forgot-your-password': { title: 'Forgot Your Password?', Screen: ForgotYourPassword },
  'check-your-email': { title: 'Check Your Email', Screen: CheckYourEmail },
  'reset-link-expired': { title: 'Link Expired', Screen: ResetLinkExpired },
  'password-changed': { title: 'Password Changed!', Screen: PasswordChanged },
  'your-account': { title: 'Your account', Screen: YourAccount },
  'change-password': { title: 'Change password', Screen: ChangePassword },
  'account-blocked': { title: 'Account Blocked', Screen: AccountBlocked },
  'change-your-password': { title: 'Change Your Password', Screen: ChangeYourPassword },
  'account-activated': { title: 'Account Activated', Screen: AccountActivated },
  'link-expired': { title: 'Link Expired', Screen: LinkExpired },
  'invalid-link': { title: 'Invalid Link', Screen: InvalidLink },
  'new-link-sent': { title: 'Check Your Email', Screen: NewLinkSent },
  'keep-your-account-safe': { title: 'Keep Your Account Safe', Screen: KeepYourAccountSafe },
  'secure-your-account': { title: 'Secure Your Account', Screen: SecureYourAccount },
  'adding-your-security-key': { title: 'Adding Your Security Key', Screen: AddingYourSecurityKey },
  'name-your-security-key': { title: 'Name Your Security Key', Screen: NameYourSecurityKey },
  'verify-your-identity': { title: 'Verify Your Identity', Screen: VerifyYourIdentity },
  'verify-with-security-key': { title: 'Verify Your Identity', Screen: VerifyWithSecurityKey },
  'on-to-your-provider': { title: 'On to Your Provider', Screen: OnToYourProvider },
  dashboard: { title: 'Dashboard', Screen: Dashboard },
  'managed-organizations': { title: 'Managed organizations', Screen: ManagedOrganizations },
  'my-organization': { title: 'My organization', Screen: MyOrganization },
  'authentication-settings': { title: 'Authentication settings', Screen: SettingsOf1Secure },
  'authentication-settings-entra-id': { title: 'Authentication settings', Screen: SettingsOfEntraId },
  'authentication-settings-openid-connect': {
    title: 'Authentication settings',
    Screen: SettingsOfOpenidConnect,
  },
  users: { title: 'Users', Screen: Users },
  'add-users': { title: 'Add Users', Screen: AddUsers },
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
