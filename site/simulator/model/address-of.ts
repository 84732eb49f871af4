import type { ScreenId } from '../../../machines/screens.ts'

const provider = 'login.provider.example'
const adminCenter = 'entra.provider.example'

const addresses: Partial<Record<ScreenId, string>> = {
  'invitation-mail': '',
  'sso-invitation-mail': '',
  'nothing-open': '',
  'provider-login': provider,
  'provider-consent': `${provider}/consent`,
  'entra-sign-in': provider,
  'entra-admin-center': adminCenter,
  'app-registrations': `${adminCenter}/app-registrations`,
  'register-an-application': `${adminCenter}/app-registrations/new`,
  'app-overview': `${adminCenter}/app-registrations/overview`,
  'certificates-and-secrets': `${adminCenter}/app-registrations/secrets`,
  'add-a-client-secret': `${adminCenter}/app-registrations/secrets`,
}

/** What the address bar says at a screen, when there is no server to ask. */
export const addressOf = (screen: ScreenId): string =>
  addresses[screen] ?? `larkspur.1secure.example/${screen}`
