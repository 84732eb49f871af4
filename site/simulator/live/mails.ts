import type { Pack } from '../../../machines/model/pack.ts'
import { pressable, sameLabel } from '../../../machines/model/screen.ts'
import type { Mail } from '../devices/mail.ts'

/** A mail with what can be followed in it. */
export interface LiveMail extends Mail {
  links: { label: string; href: string }[]
  /** In the sandbox's time, in ms since 1970. */
  receivedAt: number
}

/** Where a link or button of a mail leads. */
export const linkIn = ({ links }: LiveMail, label: string): string | undefined =>
  links.find((link) => sameLabel(link.label, label))?.href

/** The mails that show a screen, in their order: by the subject, and by what can be followed in them. */
export function mailsOf({ screens }: Pack, screen: string, mails: readonly LiveMail[]): LiveMail[] {
  const shown = screens[screen]
  if (!shown) return []
  return mails.filter(
    (mail) =>
      sameLabel(mail.subject, shown.heading) &&
      pressable(shown).some((label) => linkIn(mail, label) !== undefined),
  )
}
