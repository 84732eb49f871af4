import { expect, test } from '@playwright/test'
import { SessionControls } from './controls.ts'
import { sessionAt } from './testing/session-at.ts'

test('within a procedure, people go to a screen that the product does not lead to', async ({ page }) => {
  const url = 'http://tenant.example/'
  await page.context().route(`${url}**`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<h1>Welcome</h1><button onclick="document.title = \'pressed\'">Log In</button>',
    }),
  )
  const overrides = { 'login-page': { open: '/signin', heading: 'Welcome' } }
  const session = await sessionAt(page, '<p>The mail has no link.</p>', { overrides })
  const controls = new SessionControls(session, 'invitation-mail')
  controls.onScreen('invitation-mail')
  controls.onScreen('login-page')
  await controls.press('Log In')
  expect(session.page.url()).toBe(`${url}signin`)
  await expect(session.page).toHaveTitle('pressed')
  await session.page.goto(`${url}elsewhere`)
  await controls.press('Log In')
  expect(session.page.url()).toBe(`${url}elsewhere`)
})

test('within a procedure that is a part of a journey, what is said of the procedure counts', async ({
  page,
}) => {
  const labels = { 'New password': 'Passphrase' }
  const overrides = { 'activate-account/change-your-password': { labels } }
  const html = '<h1>Change Your Password</h1><label>Passphrase <input></label>'
  const session = await sessionAt(page, html, { overrides, patience: 300 }, { flow: 'reset-password' })
  const controls = new SessionControls(session, 'change-your-password')
  const fill = () => controls.fill({ label: 'New password', holds: 'new-password' }, 'secret')
  await controls.within('activate-account', fill)
  await expect(session.page.locator('input')).toHaveValue('secret')
  await expect(fill()).rejects.toThrow('a field “New password” is not there')
})
