import { expect, test } from '@playwright/test'
import type { Mail } from '../targets/target.ts'
import { sessionAt } from './testing/session-at.ts'
import { textInMail } from './text-in-mail.ts'

const CODE = /code is (\d{6})/
const mail = (body: string, more: Partial<Mail> = {}): Mail => ({
  subject: 'Your code',
  html: async () => `<p>Your <b>code</b> is ${body}</p>`,
  ...more,
})

test('a code is read once, from the newest mail that has one', async ({ page }) => {
  const mails = [mail('111111'), mail('222222'), mail('none')]
  const session = await sessionAt(page, '', { patience: 300 }, { mailbox: { mails: async () => mails } })
  expect(await textInMail(session, CODE)).toBe('222222')
  await expect(textInMail(session, CODE)).rejects.toThrow(
    'No new mail has /code is (\\d{6})/: there is “Your code”.',
  )
  mails.push(mail('', { text: async () => 'Your code is 333333.' }))
  expect(await textInMail(session, /code is (\d{6})/g)).toBe('333333')
  await expect(textInMail(session, CODE)).rejects.toThrow('none has arrived')
})

test('a code that is still on its way is waited for', async ({ page }) => {
  const mails: Mail[] = []
  const session = await sessionAt(page, '', {}, { mailbox: { mails: async () => mails } })
  setTimeout(() => mails.push(mail('444444')), 300)
  expect(await textInMail(session, /\d{6}/)).toBe('444444')
})

test('a code that only the subject has is read there', async ({ page }) => {
  const mails = [mail('', { subject: '555555 is your code' })]
  const session = await sessionAt(page, '', { patience: 300 }, { mailbox: { mails: async () => mails } })
  expect(await textInMail(session, /(\d{6}) is your code/)).toBe('555555')
})
