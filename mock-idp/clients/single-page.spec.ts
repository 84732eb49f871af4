import { expect, type Page, test } from '@playwright/test'
import { type MockIdp, startMockIdp } from '../index.ts'
import { user } from './fixture.ts'
import results from './results.json' with { type: 'json' }
import { pressInPage, signInOnPages, trySinglePage } from './runners/single-page.ts'
import { msalBrowser, serveSinglePage, singlePageClients } from './single-page.ts'

let idp: MockIdp
test.beforeAll(async () => {
  idp = await startMockIdp({ https: { port: 0 } })
})
test.afterAll(() => idp.close())
test.use({ ignoreHTTPSErrors: true })

async function opened(page: Page, ...served: Parameters<typeof serveSinglePage>) {
  const application = await serveSinglePage(...served)
  await page.goto(application.url)
  await expect(page).toHaveTitle('Ready')
  return { ...application, said: page.locator('output') }
}

for (const client of singlePageClients)
  test(`${client.name}: logs in, refreshes, logs out`, async ({ page }) => {
    const { url, said, close } = await opened(page, client, idp)
    await pressInPage(page, 'logIn')
    await signInOnPages(page, client.kind)
    await expect(said).toHaveText(`in: ${user.name}`)
    await expect(page).toHaveTitle('Ready')
    if (client.refreshes) {
      await pressInPage(page, 'refresh')
      await expect(said).toHaveText('renewed: true')
    }
    await pressInPage(page, 'logOut')
    await page.waitForURL(url)
    await expect(page).not.toHaveTitle(/failed/)
    await expect(said).toHaveText('out')
    await close()
  })

for (const common of [false, true])
  test(`msal-browser ${common ? 'at /common' : 'at a tenant'}: one sign-in in a window, then silently in frames`, async ({
    page,
  }) => {
    const { said, close } = await opened(page, msalBrowser, idp, { common })
    const [window] = await Promise.all([page.waitForEvent('popup'), pressInPage(page, 'popUp')])
    await Promise.all([window.waitForEvent('close'), signInOnPages(window, 'entra')])
    await expect(said).toHaveText(`in: ${user.name}`)
    await pressInPage(page, 'frame')
    await expect(said).toHaveText('by frame: true')
    await pressInPage(page, 'silently')
    await expect(said).toHaveText(`silently: ${user.name}`)
    await close()
  })

/** What every client may meet, at each of the places where it looks. */
const five = ['invalid-aud', 'nonce-invalid', 'expired', 'wrong-state', 'failing-token-endpoint'] as const

for (const client of singlePageClients)
  test(`${client.name}: does as the table says at five misbehaviours`, { tag: '@long' }, async ({
    browser,
  }) => {
    for (const id of five) {
      const outcome = await trySinglePage(client, idp, { misbehaviour: id, browser, patienceMs: 6_000 })
      const recorded: Record<string, string> = results[id]
      const said = outcome.accepted ? 'accepted' : outcome.step
      expect(said, id).toBe(recorded[client.name]?.split(':')[0])
    }
  })
