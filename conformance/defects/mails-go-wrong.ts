import type { ReceivedMail } from '../../site/mailbox/read-mail.ts'
import type { Defect } from './defect.ts'
import { flaw } from './flaw.ts'

/** The header with another field in place of those of that name. @param field the whole line; empty for none */
const withField = (mail: ReceivedMail, name: string, field: string): ReceivedMail => {
  const end = mail.raw.search(/\r?\n\r?\n/)
  const isLine = new RegExp(`^${name}:.*(?:\\r?\\n[ \\t].*)*\\r?\\n`, 'gim')
  const header = `${mail.raw.slice(0, end)}\r\n`.replace(isLine, '')
  return { ...mail, raw: (field && `${field}\r\n`) + header + mail.raw.slice(end).replace(/^\r?\n/, '') }
}

const ofMai3 = (claim: string, id: string, title: string, name: string, field: string): Defect => ({
  id,
  title,
  mail: (mail) => withField(mail, name, field),
  flows: [],
  checks: ['MAI3'],
  fails: [`MAI3.${claim}`],
})

/** Mails after the first one under a subject to an address are changed. */
function changedLater(change: Partial<ReceivedMail>): NonNullable<Defect['mail']> {
  const sent = new Set<string>()
  return (mail) => {
    const key = `${mail.to} ${mail.subject}`
    if (sent.has(key)) return { ...mail, ...change }
    sent.add(key)
    return mail
  }
}

/** Whether a mail has no link that opens something by itself: it tells of a change. */
const leadsNowhere = ({ html }: ReceivedMail) => !/\/(?:button|link|access)\b/.test(html)

/** Mails that are not what the documentation says. */
export const wrongMails: Defect[] = [
  flaw('MAI1.life', 'mail-says-another-time', 'An invitation says that it is valid for a week', {
    mail: (mail) => ({
      ...mail,
      html: mail.html.replaceAll('two days', 'seven days'),
      text: mail.text.replaceAll('two days', 'seven days'),
    }),
  }),
  {
    id: 'mail-from-another-sender',
    title: 'Mails come from another sender than the documented one',
    mail: (mail) => ({ ...mail, from: 'no-reply@mailer.example.net' }),
    flows: [],
    checks: ['MAI1'],
    fails: ['MAI1.sender'],
  },
  {
    id: 'mail-under-another-subject',
    title: 'Mails have another subject than the documented ones',
    mail: (mail) => ({ ...mail, subject: 'You have a message' }),
    flows: [],
    checks: ['MAI1'],
    fails: ['MAI1.subject'],
  },
  {
    id: 'mail-names-another-recipient',
    title: 'Mails name a second recipient',
    mail: (mail) => withField(mail, 'Cc', 'Cc: archive@example.net'),
    flows: [],
    checks: ['MAI1'],
    fails: ['MAI1.recipients'],
  },
  {
    id: 'mail-goes-to-someone-else-too',
    title: 'Someone else gets a blind copy of every mail',
    mail: (mail) => ({ ...mail, to: [...mail.to, 'archive@example.net'] }),
    flows: [],
    checks: ['MAI1'],
    fails: ['MAI1.envelope'],
  },
  ofMai3(
    'reply',
    'replies-reach-a-stranger',
    'An answer to a mail goes to another domain',
    'Reply-To',
    'Reply-To: Help <help@mailer.example.org>',
  ),
  {
    id: 'mail-opened-is-told',
    title: 'A picture of another site in every mail tells it who has opened it',
    mail: (mail) => ({
      ...mail,
      html: mail.html.replace(
        '</body>',
        `<img alt="" src="https://open.example.net/o.gif?m=${mail.to[0]}"></body>`,
      ),
    }),
    flows: [],
    checks: ['MAI3'],
    fails: ['MAI3.loads'],
  },
  ofMai3('date', 'mail-without-date', 'Mails have no date', 'Date', ''),
  ofMai3(
    'date',
    'mail-of-another-year',
    'Mails have the date of another year',
    'Date',
    'Date: Sat, 1 Jan 2000 00:00:00 +0000',
  ),
  ofMai3('id', 'mail-without-message-id', 'Mails have no Message-ID', 'Message-ID', ''),
  ofMai3(
    'ids',
    'one-message-id-for-all',
    'All mails have the same Message-ID',
    'Message-ID',
    'Message-ID: <mail@netwrix.com>',
  ),
  {
    id: 'mail-without-text',
    title: 'Mails have no text part',
    mail: (mail) => ({ ...mail, text: '' }),
    flows: [],
    checks: ['MAI3'],
    fails: ['MAI3.text'],
  },
  {
    id: 'text-part-without-link',
    title: 'The text part of a mail does not name its link',
    mail: (mail) => ({ ...mail, text: mail.text.replace(/https?:\S+/g, '(see the HTML part)') }),
    flows: [],
    checks: ['MAI1'],
    fails: ['MAI1.text'],
  },
  flaw(
    'MAI1.address',
    'text-part-without-its-site',
    'The text part of a mail names the link to a password without the site',
    { mail: (mail) => ({ ...mail, text: mail.text.replace(/https?:\/\/[^/\s]+(?=\S*\/link\/)/g, '') }) },
  ),
  flaw('MAI2.works', 'link-of-a-mail-is-cut', 'The link of a mail is cut short', {
    mail: (mail) => ({
      ...mail,
      html: mail.html.replace(/(\/activate\/(?:button|link)\/[\w-]{4})[\w-]+/g, '$1'),
    }),
  }),
  flaw(
    'MAI1.sender',
    'mail-sent-again-from-another-sender',
    'A mail that is sent again comes from another sender',
    { mail: changedLater({ from: 'no-reply@mailer.example.net' }) },
  ),
  flaw(
    'MAI1.subject',
    'mail-sent-again-under-another-subject',
    'A mail that is sent again has another subject',
    { mail: changedLater({ subject: 'A reminder' }) },
  ),
  flaw('MAI1.subject', 'subject-of-a-test', 'The subject of a mail begins with another word', {
    mail: (mail) => ({ ...mail, subject: `[Test] ${mail.subject}` }),
  }),
  flaw(
    'MAI1.envelope',
    'sso-invitation-goes-to-someone-else-too',
    'Someone else gets a blind copy of the mail that invites people to log in at the provider',
    {
      mail: (mail) =>
        mail.html.includes('/access"') ? { ...mail, to: [...mail.to, 'archive@example.net'] } : mail,
    },
  ),
  flaw(
    'MAI4.envelope',
    'notices-go-to-someone-else-too',
    'Someone else gets a blind copy of a mail about a change',
    {
      mail: (mail) => (leadsNowhere(mail) ? { ...mail, to: [...mail.to, 'archive@example.net'] } : mail),
    },
  ),
  flaw(
    'MAI4.recipients',
    'notice-of-a-key-names-another-recipient',
    'The mail about an added security key is addressed to someone else as well',
    {
      mail: (mail) =>
        leadsNowhere(mail) && /key/i.test(mail.subject)
          ? withField(mail, 'Cc', 'Cc: archive@example.net')
          : mail,
    },
  ),
  {
    id: 'adding-sends-no-mail',
    title: 'Adding a user sends no mail',
    mail: (mail) => (mail.to.some((one) => one.includes('-second@')) ? undefined : mail),
    flows: [],
    checks: ['MAI2'],
    fails: ['MAI2.sent'],
  },
]

/** To whom the last mail went. */
let last = ''

export const mailsNameTheOneBefore = flaw(
  'MAI1.others',
  'mails-name-the-one-before',
  'A mail names the person to whom the one before went',
  {
    mail: (mail) => {
      const before = last
      last = mail.to[0] ?? ''
      return { ...mail, html: mail.html.replace('</body>', `<p>${before}</p></body>`) }
    },
  },
)
