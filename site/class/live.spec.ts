import { packs } from '@doorstep/machines'
import { expect, test } from '@playwright/test'
import { scriptOf } from './model/script.ts'
import { createClass, joinClass, row, Windows } from './testing/class-page.ts'

const flow = packs[0]?.flows[0]
if (!flow) throw new Error('There is no flow to teach.')
const steps = scriptOf(flow, Object.keys(flow.givens)[0] ?? '').steps.length

test('in a live class the board follows what happens at the tenant, and a reload loses nothing', async ({
  browser,
  baseURL,
}) => {
  const windows = new Windows(browser, baseURL ?? '')
  const trainer = await windows.open('/class/')
  await trainer.getByLabel('Everyone walks').selectOption('live')
  const code = await createClass(trainer, 'Live', flow.title)
  const ada = await windows.open(`/join/#${code}`)
  await joinClass(ada, code, 'Ada')
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
