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
