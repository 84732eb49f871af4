import { Invitation } from './invitation.tsx'
import { Reset } from './reset.tsx'
import { SsoInvitation } from './sso-invitation.tsx'

/** The mails as model mode shows them: each with its example. */
export const mails = {
  'invitation-mail': Invitation,
  'sso-invitation-mail': SsoInvitation,
  'reset-mail': Reset,
}
