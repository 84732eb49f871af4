import type { Defect } from './defect.ts'

/** Accounts that are confused with one another. */
export const mixedUpAccounts: Defect[] = [
  {
    id: 'capitals-are-another-account',
    title: 'An address in capitals is another account',
    rules: ({ readEmail }) => ({
      readEmail: (typed) => {
        const read = readEmail(typed)
        return 'email' in read ? { email: typed.trim() } : read
      },
    }),
    flows: [],
    checks: ['OWN2'],
    fails: ['OWN2'],
  },
  {
    id: 'unverified-address-finds-account',
    title: 'The first login by SSO finds an account by an address that is not verified',
    rules: ({ trustedEmail }) => ({
      trustedEmail: (claims, method) => trustedEmail({ ...claims, email_verified: true }, method),
    }),
    flows: [],
    checks: ['RP17'],
    fails: ['RP17'],
  },
  {
    id: 'everyone-is-one-person',
    title: 'Everyone whom the provider sends is the same person',
    rules: () => ({ checkTenant: () => 'anybody' }),
    flows: [],
    checks: ['RP16'],
    fails: ['RP16.stranger'],
  },
  {
    id: 'older-invitation-works',
    title: 'The link of an older mail still works',
    rules: ({ isLinkSpent }) => ({ isLinkSpent: (link) => isLinkSpent({ ...link, replaced_at: null }) }),
    flows: [],
    checks: ['LNK14', 'LNK4'],
    fails: ['LNK14', 'LNK4'],
  },
]
