import type { Message } from '../../wire/message.ts'

type About = Extract<NonNullable<Message['about']>, { is: 'mail' }>

/** The product sends a mail. */
export const mailMessage = (id: string, mail: Omit<About, 'is'>): Message => ({
  id,
  from: 'product',
  to: 'mail',
  title: `Mail: ${mail.subject}`,
  says: 'The product sends a mail.',
  why: 'Only someone who can read the mailbox sees the link. Following it proves that the address is theirs.',
  clauses: [],
  tone: 'plain',
  about: { is: 'mail', ...mail },
})
