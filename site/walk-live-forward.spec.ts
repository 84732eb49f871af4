import { expect, type Page, test } from '@playwright/test'
import { product } from './testing/live-page.ts'
import { go, switchToLive, walk } from './testing/live-walk.ts'
import { doIt, here } from './testing/on-page.ts'

/** Walks that many moments. Answers the state of each. */
async function walked(page: Page, flow: string, moments: number) {
  await switchToLive(page, flow)
  const states = [await here(page).getAttribute('data-state')]
  for (let at = 0; at < moments; at += 1) {
    await walk(page, 1, at)
    states.push(await here(page).getAttribute('data-state'))
  }
  return states.map((state) => state ?? '')
}

/** Goes one moment back or forward, and looks at what is there. */
async function goes(page: Page, by: 1 | -1, state: string | undefined) {
  await go(page, by)
  await page.waitForTimeout(500)
  await expect(here(page)).toHaveAttribute('data-state', state ?? '')
  // Sooner than a page that never answers is given up.
  await expect(doIt(page)).toBeEnabled({ timeout: 8_000 })
  await expect(page.getByText('You left the documented path')).toBeHidden()
}

for (const [flow, moments, tag] of [
  // Behind the password the tenant shows its form no more.
  ['log-in', 3],
  ['log-in-sso', 3, '@long'],
  ['configure-sso-oidc', 6],
  ['reset-password', 3, '@long'],
  ['activate-account', 3, '@long'],
  ['configure-sso-entra', 5, '@long'],
  ['register-entra-app', 8, '@long'],
  ['add-users', 6, '@long'],
] as const)
  test(`after a reload and Backs, each Forward shows the moment after: ${flow}`, { tag: tag ?? [] }, async ({
    page,
  }) => {
    const states = await walked(page, flow, moments)
    await page.reload()
    await expect(doIt(page)).toBeEnabled({ timeout: 20_000 })
    await expect(here(page)).toHaveAttribute('data-state', states[moments] ?? '')
    for (let at = moments - 1; at >= 1; at -= 1) await goes(page, -1, states[at])
    for (let at = 2; at <= moments; at += 1) await goes(page, 1, states[at])
    await goes(page, -1, states[moments - 1])
  })

test('Forward to a form that was left fills it again, field by field', async ({ page }) => {
  const states = await walked(page, 'configure-sso-oidc', 6)
  const fields = ['Client ID', 'Discovery url'].map((label) => product(page).getByLabel(label))
  const typed = await Promise.all(fields.map((field) => field.inputValue()))
  for (let at = 5; at >= 2; at -= 1) await goes(page, -1, states[at])
  for (let at = 3; at <= 6; at += 1) await goes(page, 1, states[at])
  for (const [n, field] of fields.entries()) await expect(field).toHaveValue(typed[n] ?? '')
})

test('after Backs and a reload, Forward shows the moments that were ahead', async ({ page }) => {
  const states = await walked(page, 'configure-sso-oidc', 6)
  for (let at = 5; at >= 3; at -= 1) await goes(page, -1, states[at])
  await page.reload()
  await expect(doIt(page)).toBeEnabled({ timeout: 20_000 })
  await expect(here(page)).toHaveAttribute('data-state', states[3] ?? '')
  for (let at = 4; at <= 6; at += 1) await goes(page, 1, states[at])
})

for (const reloads of [false, true])
  test(`Back to a form that was sent fills it again, and so does Forward${reloads ? ', after a reload' : ''}`, async ({
    page,
  }) => {
    const states = await walked(page, 'add-users', 6)
    const expectFilled = async () => {
      await expect(product(page).getByLabel('Email addresses')).toHaveValue(/^colleague@/)
      await expect(product(page).getByLabel('Role')).toHaveValue('Administrator')
    }
    if (reloads) {
      await page.reload()
      await expect(doIt(page)).toBeEnabled({ timeout: 20_000 })
      await expect(here(page)).toHaveAttribute('data-state', states[6] ?? '')
    }
    await goes(page, -1, states[5])
    await expectFilled()
    for (let at = 4; at >= 2; at -= 1) await goes(page, -1, states[at])
    for (let at = 3; at <= 5; at += 1) await goes(page, 1, states[at])
    await expectFilled()
  })
