import type { SignInAudience } from '../directory/types.ts'

/** The account types as the registration names them (FACTS, Microsoft Entra). */
export const audienceText: Record<SignInAudience, string> = {
  AzureADMyOrg: 'Accounts in this organizational directory only (single tenant)',
  AzureADMultipleOrgs: 'Accounts in any organizational directory (multitenant)',
  AzureADandPersonalMicrosoftAccount: 'Accounts in any organizational directory and personal accounts',
  PersonalMicrosoftAccount: 'Personal accounts only',
}
