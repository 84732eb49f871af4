import { packs } from '@doorstep/machines'
import { expect, type Page, test } from '@playwright/test'
import { createClass, joinClass, row, Windows } from './testing/class-page.ts'

const flow = packs.flatMap(({ flows }) => flows).find(({ id }) => id === 'log-in-sso')
if (!flow) throw new Error('There is no flow to teach.')

/** How each step is marked for the participant, and on the board. */
const marksOf = async (person: Page, trainer: Page) => ({
  person: await person
    .locator('.class-steps li')
    .evaluateAll((items) =>
      items.map((item) =>
        item.hasAttribute('aria-current')
          ? 'here'
          : item instanceof HTMLElement && item.dataset.done === 'true'
            ? 'done'
            : 'ahead',
      ),
    ),
  board: await row(trainer, 'Ada')
    .locator('.row-track i')
    .evaluateAll((marks) => marks.map((mark) => (mark instanceof HTMLElement && mark.dataset.is) || '')),
})

for (const mode of ['model', 'live'] as const)
  test(`${mode}: a participant and the board agree on the steps after a refusal, Back and a reload`, async ({
    browser,
    baseURL,
  }) => {
    const windows = new Windows(browser, baseURL ?? '')
    const trainer = await windows.open('/class/')
    await trainer.getByLabel('Everyone walks').selectOption(mode)
    const code = await createClass(trainer, 'Agreement', flow.title)
    const ada = await windows.open(`/join/#${code}`)
    await joinClass(ada, code, 'Ada')
    const count = ada.locator('.transport output')
    const doIt = ada.locator('.do-it')
    /** Waits until nothing more comes: what is said then stays. */
    const agree = (when: string) =>
      test.step(`they agree ${when}`, () =>
        expect(async () => {
          const { person, board } = await marksOf(ada, trainer)
          expect(board).toEqual(person)
          await ada.waitForTimeout(400)
          expect(await marksOf(ada, trainer)).toEqual({ person, board })
        }).toPass())

    await agree('at the beginning')
    for (let n = 1; n <= 3; n += 1) {
      await expect(doIt).toBeEnabled({ timeout: 60_000 })
      await doIt.click()
      await expect(count).toHaveText(`${n} of ${n}`, { timeout: 30_000 })
      await agree(`after event ${n}`)
    }
    await expect(doIt).toBeEnabled({ timeout: 60_000 })
    await ada.locator('.branches .refused').first().click()
    await expect(ada.locator('.happened')).toContainText('Refused', { timeout: 30_000 })
    await agree('after a refusal')
    await ada.getByRole('button', { name: 'One moment back' }).click()
    await agree('at an earlier moment')
    await ada.reload()
    await expect(count).toHaveText(/ of /, { timeout: 30_000 })
    await agree('after a reload')
    if (mode === 'live') {
      await ada.evaluate(() => history.back())
      await agree('after Back')
      await ada.evaluate(() => history.back())
      await agree('after one more')
      await ada.evaluate(() => history.forward())
      await agree('after Forward')
    }
    await ada.getByRole('button', { name: 'Back to the beginning' }).click()
    await agree('at the beginning again')
    await windows.close()
  })
