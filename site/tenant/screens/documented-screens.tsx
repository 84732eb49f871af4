import { AccountActivated } from './account-activated.tsx'
import { AddUsers } from './add-users.tsx'
import { AddingYourSecurityKey } from './adding-your-security-key.tsx'
import { SettingsOf1Secure, SettingsOfEntraId, SettingsOfOpenidConnect } from './authentication-settings.tsx'
import { ChangeYourPassword } from './change-your-password.tsx'
import { CheckYourEmail } from './check-your-email.tsx'
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
import { PasswordChanged } from './password-changed.tsx'
import type { TenantScreen, TenantScreenId } from './props.ts'
import { SecureYourAccount } from './secure-your-account.tsx'
import { Users } from './users.tsx'
import { VerifyWithSecurityKey } from './verify-with-security-key.tsx'
import { VerifyYourIdentity } from './verify-your-identity.tsx'

/**
 * The screens that the documented procedures show. Model mode shows these and loads no others: together they must fit into
 * what a page may weigh.
 */
export const documentedScreens = {
  'login-page': { title: 'Log in', Screen: LoginPage },
  'email-address': { title: 'Welcome', Screen: EmailAddress },
  'enter-your-password': { title: 'Enter Your Password', Screen: EnterYourPassword },
  'forgot-your-password': { title: 'Forgot Your Password?', Screen: ForgotYourPassword },
  'check-your-email': { title: 'Check Your Email', Screen: CheckYourEmail },
  'password-changed': { title: 'Password Changed!', Screen: PasswordChanged },
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
} satisfies { readonly [Id in TenantScreenId]?: TenantScreen<Id> }
