import { flaw } from './flaw.ts'

/** Accounts that have asked for a reset before they had a password. */
const pending = new Set<string>()

export const pendingUserGetsIn = flaw(
  'LNK6.pending',
  'reset-before-activation-needs-no-factor',
  'Someone who resets the password before they activate their account is logged in without a second factor',
  {
    rules: ({ isSignedIn }) => ({
      mayResetPassword(account) {
        if (account.password_hash === null && 'id' in account) pending.add(String(account.id))
        return true
      },
      isSignedIn: (visit) =>
        isSignedIn(visit) ||
        (visit.stage !== 'password' && 'account_id' in visit && pending.has(String(visit.account_id))),
    }),
  },
)
