import type { Defect } from './defect.ts'

/** Mails that are not what the documentation says. */
export const wrongMails: Defect[] = [
  {
    id: 'mail-from-another-sender',
    title: 'Mails come from another sender than the documented one',
    mail: (mail) => ({ ...mail, from: 'no-reply@mailer.example.net' }),
    flows: [],
    checks: ['MAI1'],
    fails: ['MAI1.sender'],
  },
  {
    id: 'mail-without-text',
    title: 'Mails have no text part',
    mail: (mail) => ({ ...mail, text: '' }),
    flows: [],
    checks: ['MAI1'],
    fails: ['MAI1.text'],
  },
  {
    id: 'text-part-without-link',
    title: 'The text part of a mail does not name its link',
    mail: (mail) => ({ ...mail, text: mail.text.replace(/https?:\S+/g, '(see the HTML part)') }),
    flows: [],
    checks: ['MAI1'],
    fails: ['MAI1.text'],
  },
  {
    id: 'adding-sends-no-mail',
    title: 'Adding a user sends no mail',
    mail: (mail) => (mail.to.some((one) => one.includes('+')) ? undefined : mail),
    flows: [],
    checks: ['MAI2'],
    fails: ['MAI2.sent'],
  },
]
