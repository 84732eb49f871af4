import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Mail } from '../targets/target.ts'
import { comesAnother, MailRefused, mailsOf, waitForMails } from './mail.ts'
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

test('a mail that does not arrive: what arrived instead, else what arrived for others', async () => {
  const waiting = (subjects: string[], others?: string) => {
    const { mailbox: own, ...session } = mailbox(...subjects)
    const frame = {
      locator: () => ({ ariaSnapshot: async () => '', evaluateAll: async () => [] }),
      evaluate: async () => Promise.reject(new Error('It is just being left.')),
    }
    const page = {
      frames: () => [frame],
      mainFrame: () => frame,
      waitForTimeout: async () => undefined,
      url: () => 'about:blank',
    }
    const sent = { ...own(), sentElsewhere: async () => others }
    return waitForMails(
      { ...session, patience: 0, page, mailbox: () => sent } as unknown as Session,
      'reset-mail',
      1,
    )
  }
  await expect(waiting(['Hello'], '“Hello” to bob')).rejects.toThrow(
    '(the mailbox has “Hello”) is not there: there is no page yet.',
  )
  await expect(waiting([], '“Hello” to bob')).rejects.toThrow(
    '(the mailbox has no mail for the account; it has “Hello” to bob)',
  )
})

/** A deployment whose mails come that many milliseconds after now. */
function slowMailbox(url: string, patience: number, after: number) {
  const began = Date.now()
  const screen = () => ({ kind: 'mail', heading: 'Hello' })
  const mail: Mail = { subject: 'Hello', html: async () => '' }
  return {
    target: { url },
    patience,
    pack: { screens: { hello: screen() } },
    page: { waitForTimeout: (milliseconds: number) => setTimeout(milliseconds) },
    screen,
    mailbox: () => ({ mails: async () => (Date.now() - began > after ? [mail] : []) }),
  } as unknown as Session
}

test('a mail that must not come is waited for all of the patience', async () => {
  expect(await comesAnother(slowMailbox('http://a', 300, 200), 'hello', 0)).toBe(true)
  expect(await comesAnother(slowMailbox('http://a', 200, 800), 'hello', 0)).toBe(false)
})

test('and as long as another one was seen to take', async () => {
  const slow = slowMailbox('http://b', 2_000, 0)
  await waitForMails(slow, 'hello', 1, Date.now() - 700)
  expect(await comesAnother(slowMailbox('http://b', 100, 500), 'hello', 0)).toBe(true)
})
