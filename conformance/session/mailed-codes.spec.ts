import { expect, test } from '@playwright/test'
import type { Mail, Target } from '../targets/target.ts'
import { Session } from './session.ts'
import { sessionAt } from './testing/session-at.ts'

const mail = (code: string): Mail => ({ subject: 'Your code', html: async () => `<p>${code}</p>` })
const target: Partial<Target> = { mailedCode: { inMail: /\d{6}/ }, patience: 400 }

test('each login has the code of its own mail, and knows when another one overtook it', async ({ page }) => {
  const mails = [mail('000000')]
  const one = await sessionAt(page, '', target, { mailbox: { mails: async () => mails } })
  const other = await Session.open(page.context(), one.target, one.pack, one.arranged)
  await one.mailed?.begin()
  await expect(one.codes.right()).rejects.toThrow('a mail with a one-time code is not there')
  mails.push(mail('111111'))
  expect(one.mailed?.isOvertaken).toBe(false)
  await other.mailed?.begin()
  mails.push(mail('222222'))
  expect(one.mailed?.isOvertaken).toBe(true)
  expect(await one.codes.wrong()).toBe('666666')
  expect(await one.codes.right()).toBe('111111')
  expect(await other.codes.right()).toBe('222222')
  expect(one.codes.used()).toBe('222222')
  // A code is handed out once for each mail, and a product may mail the same one again.
  await expect(other.codes.right()).rejects.toThrow('is not there')
  mails.push(mail('222222'))
  expect(await other.codes.right()).toBe('222222')
})

test('a mail in which no code is found is a matter of the profile', async ({ page }) => {
  const mails = [mail('none')]
  const session = await sessionAt(page, '', target, { mailbox: { mails: async () => mails } })
  await expect(session.codes.right()).rejects.toThrow('No new mail has /\\d{6}/')
})
