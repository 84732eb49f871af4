import { hashToken } from '../../site/tenant/secrets.ts'
import type { Defect } from './defect.ts'
import { flaw } from './flaw.ts'

const HOUR = 3_600_000

interface Age {
  issuedAt: number
  now: number
}

/** Links of one kind that an address is mailed after its first one expire by a rule of their own; default: never. */
function laterOnes(
  path: '/activate' | '/reset',
  isExpired: (age: Age) => boolean = () => false,
): Pick<Defect, 'mail' | 'rules'> {
  const mailed = new Set<string>()
  /** Hashes of their tokens, and when those links were made that have been followed. */
  const later = new Set<string>()
  const issued = new Set<number>()
  return {
    mail(mail) {
      const [, token] = new RegExp(`${path}/(?:button|link)/([\\w-]{20,})`).exec(mail.text) ?? []
      const to = mail.to.join()
      if (token && mailed.has(to)) later.add(hashToken(token))
      if (token) mailed.add(to)
      return mail
    },
    rules: ({ isLinkSpent, isLinkExpired, isResetLinkExpired }) => ({
      isLinkSpent(link) {
        if ('token_hash' in link && 'issued_at' in link && later.has(String(link.token_hash)))
          issued.add(Number(link.issued_at))
        return isLinkSpent(link)
      },
      isLinkExpired: (age) => (issued.has(age.issuedAt) ? isExpired(age) : isLinkExpired(age)),
      isResetLinkExpired: (age) => (issued.has(age.issuedAt) ? isExpired(age) : isResetLinkExpired(age)),
    }),
  }
}

/** Links that are sent again are treated otherwise than first ones. */
export const flawsOfSendingAgain: Defect[] = [
  flaw(
    ['LNK16.renewed', 'LNK16.resent'],
    'invitation-sent-again-never-expires',
    'The link of an invitation that was sent again never expires',
    laterOnes('/activate'),
  ),
  flaw(
    'LNK16.before',
    'invitation-sent-again-lives-an-hour',
    'The link of an invitation that was sent again expires after an hour',
    laterOnes('/activate', ({ issuedAt, now }) => now - issuedAt >= HOUR),
  ),
  flaw(
    ['LNK16.reset', 'LNK16.reset-resent'],
    'second-reset-link-never-expires',
    'A reset link that was asked for once more never expires',
    laterOnes('/reset'),
  ),
]
