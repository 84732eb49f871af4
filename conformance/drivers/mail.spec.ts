import { expect, test } from '@playwright/test'
import { openMail } from './mail.ts'
import type { World } from './world.ts'

test('a mail that stands in the tab is not opened again, unless the tab has gone elsewhere', async ({
  page,
}) => {
  const mails = ['one', 'two'].map((text) => ({ subject: 'Hello', html: async () => `<p>${text}</p>` }))
  const world = {
    page,
    target: {},
    patience: 1_000,
    mailbox: () => ({ mails: async () => mails }),
  } as unknown as World
  const text = page.locator('p')
  const scribbled = 'scribbled'
  const scribble = () => text.evaluate((p, words) => p.append(words), ` ${scribbled}`)

  await openMail(world, 'Hello')
  await scribble()
  await openMail(world, 'Hello')
  await expect(text).toHaveText(`two ${scribbled}`)

  await openMail(world, 'Hello', 1)
  await expect(text).toHaveText('one')

  await page.reload()
  await openMail(world, 'Hello', 1)
  await expect(text).toHaveText('one')
})
