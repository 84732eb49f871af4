import { packs } from '@doorstep/machines'
import { type Browser, expect, test } from '@playwright/test'
import { scriptOf } from './model/script.ts'
import { createClass, joinClass, openTab, row, Windows } from './testing/class-page.ts'

const flow = packs[0]?.flows[0]
if (!flow) throw new Error('There is no flow to teach.')
const steps = scriptOf(flow, Object.keys(flow.givens)[0] ?? '').steps.length

/** A class that walks live, and somebody in it. @param expected how many sandboxes are made beforehand */
async function liveClass(browser: Browser, baseURL: string, title: string, expected = 0) {
  const windows = new Windows(browser, baseURL)
  const trainer = await windows.open('/class/')
  await trainer.getByLabel('Everyone walks').selectOption('live')
  await trainer.getByLabel('How many people you expect').fill(String(expected))
  const code = await createClass(trainer, 'Live', title)
  const ada = await windows.open(`/join/#${code}`)
  await joinClass(ada, code, 'Ada')
  return { windows, trainer, ada }
}

test('in a live class the board follows what happens at the tenant, and a reload loses nothing', async ({
  browser,
  baseURL,
}) => {
  const { windows, trainer, ada } = await liveClass(browser, baseURL ?? '', flow.title)
  await expect(row(trainer, 'Ada')).toBeVisible()
  for (let n = 1; n <= steps; n += 1) {
    await ada.locator('.do-it').click({ timeout: 60_000 })
    await expect(ada.locator('.transport output')).toHaveText(`${n} of ${n}`, { timeout: 30_000 })
  }
  await expect(row(trainer, 'Ada')).toHaveAttribute('data-mood', 'done')
  await ada.reload()
  await expect(ada.locator('.transport output')).toHaveText(`${steps} of ${steps}`, { timeout: 30_000 })
  await expect(ada.getByTitle('The tenant')).toBeVisible()
  await windows.close()
})

test('Back in a live class goes one moment back, and calls nothing a left path', async ({
  browser,
  baseURL,
}) => {
  const { windows, ada } = await liveClass(browser, baseURL ?? '', 'Log in through single sign-on')
  const count = ada.locator('.transport output')
  for (const moments of [1, 2]) {
    await ada.locator('.do-it').click({ timeout: 60_000 })
    await expect(count).toHaveText(`${moments} of ${moments}`, { timeout: 30_000 })
  }
  await expect(ada.locator('.do-it')).toBeEnabled()
  await ada.goBack({ waitUntil: 'commit' })
  await expect(count).toHaveText('1 of 1')
  await expect(ada.locator('.happened')).toContainText('Click Access 1Secure in the mail.')
  await expect(ada.getByText('You left the documented path')).toBeHidden()
  await windows.close()
})

test('a live moment of the trainer is mirrored, and moves nobody’s own sandbox', async ({
  browser,
  baseURL,
}) => {
  const { windows, trainer, ada } = await liveClass(browser, baseURL ?? '', flow.title)
  await ada.locator('.do-it').click({ timeout: 60_000 })
  await expect(ada.locator('.transport output')).toHaveText('1 of 1', { timeout: 30_000 })
  const own = await ada.getByTitle('The tenant').getAttribute('name')
  await openTab(trainer, 'Lead')
  await trainer.getByRole('button', { name: 'Lead: everyone follows me' }).click()
  await trainer.locator('.lead-bar').getByText('Live tenant').click()
  for (let n = 1; n <= 2; n += 1) {
    await trainer.locator('.lead .do-it').click({ timeout: 60_000 })
    await expect(trainer.locator('.lead .transport output')).toHaveText(`${n} of ${n}`, { timeout: 30_000 })
    await expect(ada.locator('.transport output')).toHaveText(`${n} of ${n}`)
  }
  await expect(ada.getByText('This mirrors their tenant, without what is secret')).toBeVisible()
  await expect(ada.getByTitle('The tenant')).toHaveCount(0)
  await expect(ada.locator('.do-it')).toBeHidden()
  await expect(trainer.getByTitle('The tenant')).toBeVisible()
  await expect(trainer.getByText('The room sees a mirror of this tenant')).toBeVisible()
  await trainer.getByRole('button', { name: 'Stop leading' }).click()
  await expect(ada.getByTitle('The tenant')).toBeVisible({ timeout: 30_000 })
  expect(await ada.getByTitle('The tenant').getAttribute('name')).toBe(own)
  await expect(ada.locator('.transport output')).toHaveText('1 of 1', { timeout: 30_000 })
  await windows.close()
})

/** A flow in which someone signs in at the provider. */
const signingIn = packs[0]?.flows.find(({ events }) =>
  Object.values(events).some(({ at }) => at === 'provider'),
)

test('in a live class, the trainer lets time pass, ends the session at the provider, and lets it do wrong', {
  tag: '@long',
}, async ({ browser, baseURL }) => {
  const { windows, trainer, ada } = await liveClass(browser, baseURL ?? '', signingIn?.title ?? '', 1)
  await expect(ada.locator('.do-it')).toBeEnabled({ timeout: 60_000 })
  await row(trainer, 'Ada').getByRole('button', { name: 'Ada', exact: true }).click()
  const happen = trainer.getByLabel('Let something happen')
  await happen.selectOption('2 days pass')
  await expect(ada.getByText('2 days have passed.')).toBeVisible()
  await happen.selectOption('Sign out at the provider')
  await expect(ada.getByText('You were signed out at the identity provider.')).toBeVisible({
    timeout: 15_000,
  })
  const fault = await happen.locator('option[value^="fault "]').first().getAttribute('value')
  await happen.selectOption(fault)
  await expect(ada.locator('.devices')).toContainText('faulty')
  await expect(ada.locator('.devices')).toContainText('Find out which.')
  await expect(ada.getByLabel('Fault')).toHaveCount(0)
  await ada.reload()
  await expect(ada.locator('.do-it')).toBeEnabled({ timeout: 60_000 })
  await expect(ada.locator('.devices')).toContainText('faulty')

  await test.step('a login that is refused for the fault is no step that is done, and no goal', async () => {
    const refused = ada.frameLocator('[title="The tenant"]').getByRole('alert')
    await expect(async () => {
      if (!(await refused.isVisible())) await ada.locator('.do-it').click({ timeout: 3_000 })
      await expect(refused).toBeVisible({ timeout: 3_000 })
    }).toPass({ timeout: 90_000 })
    await expect(ada.locator('.class-steps li').last()).toHaveAttribute('data-done', 'false')
    await expect(row(trainer, 'Ada')).not.toHaveAttribute('data-mood', 'done')
    await expect(row(trainer, 'Ada').locator('.row-track i').last()).not.toHaveAttribute('data-is', 'done')
  })
  await windows.close()
})
