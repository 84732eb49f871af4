import type { Application, User } from '../directory/types.ts'
import { mayUse, needsConsent } from '../provider/grants.ts'
import type { Refusal } from './refusal.ts'
import { signInRefusals } from './sign-in-refusals.ts'

/** Why a user gets no token where no page can ask. */
export function refusedAtToken(application: Application, user: User): Refusal | undefined {
  if (!user.accountEnabled) return signInRefusals.accountDisabled()
  if (!mayUse(application, user))
    return signInRefusals.notAssigned(user.userPrincipalName, application.displayName)
  return needsConsent(application, user)
    ? { ...signInRefusals.noConsent(application.displayName), error: 'invalid_grant' }
    : undefined
}
