import type { Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { isAt, sandboxOf } from './tamper.ts'

/** The sandbox of the request of now. */
let sandbox = ''

/** Sandboxes where somebody has proven who they are, and where somebody has logged out after that. */
const proven = new Set<string>()
const left = new Set<string>()

const watching =
  (send: Send): Send =>
  (request) => {
    sandbox = sandboxOf(request)
    if (proven.has(sandbox) && request.method === 'POST' && isAt(request, '/log-out')) left.add(sandbox)
    return send(request)
  }

/** @param counts whether a session that has proven nothing counts as one that has */
const counting = (claims: string, id: string, title: string, counts: () => boolean) =>
  flaw(claims, id, title, {
    tamper: watching,
    rules: ({ isConfirmed }) => ({
      isConfirmed(visit, now) {
        const isProven = isConfirmed(visit, now)
        if (isProven) proven.add(sandbox)
        return isProven || counts()
      },
    }),
  })

/** A proof of who it is counts for longer, or elsewhere, than it should. */
export const proofsWithoutEnd = [
  flaw('OTP14.ends', 'proof-without-end', 'A fresh proof of who it is counts until the session ends', {
    rules: () => ({ isConfirmed: ({ confirmed_at }) => confirmed_at !== null }),
  }),
  counting(
    'OTP14.session',
    'proof-counts-in-every-session',
    'A fresh proof counts in every session of the organization',
    () => proven.has(sandbox),
  ),
  counting('OTP14.logout', 'proof-outlives-a-logout', 'A fresh proof counts again after the next login', () =>
    left.has(sandbox),
  ),
]
