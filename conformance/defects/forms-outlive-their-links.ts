import type { Defect, Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { isAt } from './tamper.ts'

/** Whether the request of now sends a form for a new password. */
let isSending = false

const watching =
  (path: string) =>
  (send: Send): Send =>
  (request) => {
    isSending = request.method === 'POST' && isAt(request, path)
    return send(request)
  }

/** Whether a link has expired is asked when it is opened, and not when its form is sent. */
export const formsOutliveTheirLinks: Defect[] = [
  flaw(
    'LNK2.activation-form',
    'form-outlives-activation-link',
    'The form behind an activation link sets a password long after the link has expired',
    {
      tamper: watching('/activate'),
      rules: ({ isLinkExpired }) => ({ isLinkExpired: (age) => !isSending && isLinkExpired(age) }),
    },
  ),
  flaw(
    'LNK2.reset-form',
    'form-outlives-reset-link',
    'The form behind a reset link sets a password long after the link has expired',
    {
      tamper: watching('/reset'),
      rules: ({ isResetLinkExpired }) => ({
        isResetLinkExpired: (age) => !isSending && isResetLinkExpired(age),
      }),
    },
  ),
]
