import { existsSync } from 'node:fs'
import { packs } from '@doorstep/machines'
import { expect, test } from '@playwright/test'
import type { Deployment } from './deployment.ts'
import type { Arrange, Json } from './functions.ts'
import { openDeployment } from './open.ts'

const page = `data:text/html,<h1>Settings</h1><p role="alert">Not today</p>`

function arranging(invited: Arrange<Json>, more: Partial<Deployment> = {}) {
  const deployment: Deployment = {
    name: 'The portal',
    url: 'http://portal.example',
    protectedPage: { path: '/home' },
    givens: { invited },
    ...more,
  }
  const address = { file: 'x.ts', path: '/x.ts', cache: '', url: 'http://portal.example', data: null }
  return openDeployment(deployment, address, packs)
}

test('an arrangement that hangs says which call does, what the page shows, and where its picture is', async ({
  browser,
}) => {
  const target = arranging(
    async ({ page: open, linkInMail }) => {
      await (await open()).goto(page)
      await linkInMail('ada@example.com', 'Welcome')
      return { email: 'ada@example.com' }
    },
    { arrangeWithin: 5, mailbox: async () => [] },
  )
  const began = Date.now()
  const error: Error = await target.arrange('activate-account', 'invited', browser).then(
    () => new Error('none'),
    (error) => error,
  )
  expect(error.message).toMatch(
    /^The arrangement of “invited” for activate-account was not done within 5 s; the last call is linkInMail\('ada@example.com', 'Welcome'\)\. The page data:.* shows the screen “Settings”, saying “Not today”\. Picture: .*\.png$/,
  )
  expect(existsSync(error.message.split('Picture: ')[1] ?? '')).toBe(true)
  expect(Date.now() - began).toBeLessThan(20_000)
})

test('a locator that finds nothing is named, after no more than patience', async ({ browser }) => {
  const target = arranging(
    async ({ page: open }) => {
      const own = await open()
      await own.goto(page)
      await own.getByRole('button', { name: 'Save' }).click()
      return { email: 'ada@example.com' }
    },
    { patience: 400 },
  )
  await expect(target.arrange('activate-account', 'invited', browser)).rejects.toThrow(
    /failed: locator\.click: Timeout 400ms exceeded, waiting for getByRole\('button', \{ name: 'Save' \}\)\. The page .* shows the screen “Settings”/,
  )
})

test('an arrangement without a page says what failed', async ({ browser }) => {
  const target = arranging(async () => {
    throw new Error('no seats are left.')
  })
  await expect(target.arrange('activate-account', 'invited', browser)).rejects.toThrow(
    'The arrangement of “invited” for activate-account failed: no seats are left.',
  )
})
