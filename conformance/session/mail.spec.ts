import { expect, test } from '@playwright/test'
import { openMail } from './mail.ts'
import type { Session } from './session.ts'

test('a mail that is shown in the tab is not opened again, unless the tab has gone elsewhere', async ({
  page,
}) => {
  const mails = ['one', 'two'].map((text) => ({ subject: 'Hello', html: async () => `<p>${text}</p>` }))
  const session = {
    page,
    target: {},
    pack: { screens: { hello: { kind: 'mail', heading: 'Hello' } } },
    screen: () => ({ kind: 'mail', heading: 'Hello' }),
    patience: 1_000,
    mailbox: () => ({ mails: async () => mails }),
  } as unknown as Session
  const text = page.locator('p')
  const scribbled = 'scribbled'
  const scribble = () => text.evaluate((p, words) => p.append(words), ` ${scribbled}`)

  await openMail(session, 'hello')
  await scribble()
  await openMail(session, 'hello')
  await expect(text).toHaveText(`two ${scribbled}`)

  await openMail(session, 'hello', 1)
  await expect(text).toHaveText('one')

  await page.reload()
  await openMail(session, 'hello', 1)
  await expect(text).toHaveText('one')
})
