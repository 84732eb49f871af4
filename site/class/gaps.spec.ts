import { packs } from '@doorstep/machines'
import { expect, test } from '@playwright/test'
import { createClass, joinClass, linkIn, openTab, phone, Windows } from './testing/class-page.ts'

const [flow] = packs[0]?.flows ?? []
if (!flow) throw new Error('There is no flow to teach.')

test('what fails is said: results that do not come, a class that is not deleted, a wall that hears nothing', async ({
  browser,
  baseURL,
}) => {
  const windows = new Windows(browser, baseURL ?? '')
  const trainer = await windows.open('/class/')
  await createClass(trainer, 'Gaps', flow.title)
  const wall = await windows.open(await linkIn(trainer, 'Projector'))
  await expect(wall.locator('.wall')).toBeVisible()
  await wall.context().setOffline(true)
  await expect(wall.getByText('Your device is offline.')).toBeVisible()
  await wall.context().setOffline(false)
  await expect(wall.getByText('Your device is offline.')).toHaveCount(0)

  await openTab(trainer, 'Results')
  const said = trainer.locator('.results').getByRole('alert')
  await trainer.route('**/results.csv', (route) => route.fulfill({ status: 502, body: 'Bad gateway' }))
  await trainer.getByRole('button', { name: 'CSV' }).click()
  await expect(said).toHaveText('The server does not answer. Try again.')
  await trainer.route('**/class-api/classes/*', (route, request) =>
    request.method() === 'DELETE'
      ? route.fulfill({ status: 503, json: { error: { code: 'failed', message: 'The disk is full.' } } })
      : route.fallback(),
  )
  await trainer.getByRole('button', { name: /^Delete/ }).click()
  await expect(said).toHaveText('The disk is full.')
  await expect(trainer.getByRole('heading', { name: 'Results' })).toBeVisible()
  await windows.close()
})

test('off the documented steps, that is said, and on a phone no list pushes the product away', async ({
  browser,
  baseURL,
}) => {
  const windows = new Windows(browser, baseURL ?? '')
  const trainer = await windows.open('/class/')
  const code = await createClass(trainer, 'Steps', flow.title)
  const ada = await windows.open(`/join/#${code}`, phone)
  await joinClass(ada, code, 'Ada')
  const steps = ada.locator('.class-steps')
  await expect(steps.locator('li:visible')).toHaveCount(1)
  await ada
    .locator('.branches')
    .getByRole('button', { name: /two days/ })
    .click()
  await expect(steps.getByText('Off the documented steps.')).toBeVisible()
  await expect(steps.locator('li:visible')).toHaveCount(0)
  await expect(steps).toContainText('0 of 4 done')
  await windows.close()
})

test('the state diagram of the board opens where people are', async ({ browser, baseURL }) => {
  const windows = new Windows(browser, baseURL ?? '')
  const trainer = await windows.open('/class/')
  const code = await createClass(trainer, 'Diagram', packs[0]?.flows.at(-1)?.title ?? '')
  const ada = await windows.open(`/join/#${code}`)
  await joinClass(ada, code, 'Ada')
  for (let n = 0; n < 4; n++) {
    await ada.locator('.do-it').click()
    await expect(ada.locator('.transport output')).toHaveText(`${n + 1} of ${n + 1}`)
  }
  await trainer.getByText('State diagram').click()
  const badge = trainer.locator('.badge')
  await expect(badge).toHaveCount(1)
  const [sheet, at] = [await trainer.locator('.sheet').boundingBox(), await badge.boundingBox()]
  if (!sheet || !at) throw new Error('The diagram is not drawn.')
  expect(at.y).toBeGreaterThanOrEqual(sheet.y)
  expect(at.y + at.height).toBeLessThanOrEqual(sheet.y + sheet.height)
  expect(at.x).toBeGreaterThanOrEqual(sheet.x)
  expect(at.x + at.width).toBeLessThanOrEqual(sheet.x + sheet.width)
  await windows.close()
})
