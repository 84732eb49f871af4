import type { ReceivedMail } from '../../site/mailbox/read-mail.ts'
import { flaw } from './flaw.ts'

/** Whom somebody else has added. */
const isAdded = ({ to }: ReceivedMail) => to.some((one) => /-second|-next|-once|-then|-again/.test(one))

const saying = (mail: ReceivedMail, words: string): ReceivedMail => ({
  ...mail,
  html: mail.html.replace('</body>', `<p>${words}</p></body>`),
})

/** Who was the first one to be invited. */
let first: string | undefined

/** An invitation names somebody, or what they are, and it is not true. */
export const invitationsNameOthers = [
  flaw('MAI5.role', 'every-invitation-names-one-role', 'Every invitation says that its role is Viewer', {
    mail: (mail) => (isAdded(mail) ? saying(mail, 'Your role is Viewer.') : mail),
  }),
  flaw(
    'MAI5.inviter',
    'invitations-name-the-first-administrator',
    'Every invitation says that the first Administrator has sent it',
    {
      mail(mail) {
        first ??= mail.to[0]
        return isAdded(mail) ? saying(mail, `You were invited by ${first}.`) : mail
      },
    },
  ),
]
