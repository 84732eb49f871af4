import { expect, test } from 'vitest'
import type { Mail } from '../targets/target.ts'
import { MailRefused, mailsOf, waitForMails } from './mail.ts'
import type { Session } from './session.ts'

const mailbox = (...subjects: string[]) => {
  const mails: Mail[] = subjects.map((subject, n) => ({ subject, html: async () => `mail ${n}` }))
  const screen = () => ({ kind: 'mail', heading: 'Reset your password' })
  return {
    target: {},
    pack: { screens: { 'reset-mail': screen() } },
    screen,
    mailbox: () => ({ mails: async () => mails }),
  } as unknown as Session
}

test('only mails of the subject count, whatever else has come in between', async () => {
  const session = mailbox('Reset your password', 'Your password was changed', 'reset your password!')
  const found = await mailsOf(session, 'reset-mail')
  expect(await Promise.all(found.map((mail) => mail.html()))).toEqual(['mail 0', 'mail 2'])
})

test('a mail that the mailbox has refused is not missing at the target', async () => {
  const session = {
    ...mailbox(),
    patience: 0,
    page: { waitForTimeout: async () => undefined },
    mailbox: () => ({ mails: async () => [], whyRefused: async () => 'It was too long.' }),
  } as unknown as Session
  const waiting = waitForMails(session, 'reset-mail', 1)
  await expect(waiting).rejects.toThrow(new MailRefused('It was too long.'))
})
