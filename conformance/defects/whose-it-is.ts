import type { Defect } from './defect.ts'
import { flaw } from './flaw.ts'
import { fieldOf, isAt } from './tamper.ts'

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
  flaw('OWN2.reset', 'capitals-get-no-reset', 'A reset that is asked for in capitals is mailed to nobody', {
    tamper: (send) => async (request) => {
      const typed = isAt(request, '/forgot') ? await fieldOf(request, 'email') : null
      if (typed === null || typed === typed.toLowerCase()) return send(request)
      const form = new URLSearchParams(await request.clone().text())
      form.set('email', `nobody-${typed}`)
      return send(new Request(request, { body: form.toString() }))
    },
  }),
  flaw('OWN2.added', 'capitals-are-added-as-another', 'A user is added once more in capitals', {
    rules: ({ readAddresses, refuseStrangers }) => ({
      readAddresses(typed) {
        const read = readAddresses(typed)
        return 'emails' in read ? { emails: typed.split(/[\s,;]+/).filter(Boolean) } : read
      },
      refuseStrangers: (emails, domain, others) =>
        refuseStrangers(
          emails.map((email) => email.toLowerCase()),
          domain,
          others,
        ),
    }),
  }),
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
