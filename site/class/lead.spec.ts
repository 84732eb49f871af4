import { packs } from '@doorstep/machines'
import { expect, test } from '@playwright/test'
import { scriptOf } from './model/script.ts'
import { createClass, joinClass, linkIn, openTab, phone, Windows } from './testing/class-page.ts'

const [flow, other] = packs[0]?.flows ?? []
if (!flow || !other) throw new Error('There are no two flows to teach.')
const steps = scriptOf(other, Object.keys(other.givens)[0] ?? '').steps.length

test('what a trainer prepares is another flow at once, stays while another tab is open, and is then led', async ({
  browser,
  baseURL,
}) => {
  const windows = new Windows(browser, baseURL ?? '')
  const trainer = await windows.open('/class/')
  const code = await createClass(trainer, 'Prepared', flow.title)
  const ada = await windows.open(`/join/#${code}`)
  await joinClass(ada, code, 'Ada')
  const at = trainer.locator('.lead-steps span')
  await openTab(trainer, 'Lead')
  await trainer.getByLabel('Demonstrate another flow').selectOption(other.title)
  await expect(at).toHaveText(`0 of ${steps}`)
  await expect(trainer.locator('.lead .class-steps h2')).toContainText(other.title)
  await trainer.getByRole('button', { name: 'Next →' }).click()
  await expect(at).toHaveText(`1 of ${steps}`)
  await openTab(trainer, 'Board')
  await openTab(trainer, 'Lead')
  await expect(at).toHaveText(`1 of ${steps}`)
  await trainer.getByRole('button', { name: 'Lead: everyone follows me' }).click()
  await expect(ada.locator('.class-steps h2')).toContainText(other.title)
  await expect(ada.locator('.transport output')).toHaveText('1 of 1')

  await test.step('another trainer prepares meanwhile, asks, and is handed over to', async () => {
    const second = await windows.open(await linkIn(trainer, 'Yours'))
    await openTab(second, 'Lead')
    await expect(second.getByText('Only you see this.')).toBeVisible()
    await second.getByRole('button', { name: 'Next →' }).click()
    await expect(second.locator('.lead-steps span')).toHaveText(`2 of ${steps}`)
    await expect(ada.locator('.transport output')).toHaveText('1 of 1')
    await second.getByRole('button', { name: 'Ask to take over' }).click()
    await trainer.getByRole('button', { name: 'Hand over' }).click()
    await expect(trainer.getByText('Another trainer is presenting.')).toBeVisible()
    await second.getByRole('button', { name: 'Next →' }).click()
    await expect(ada.locator('.transport output')).toHaveText('2 of 2')
  })
  await windows.close()
})

test('a move that something in front of the server answers is made all the same', async ({
  browser,
  baseURL,
}) => {
  const windows = new Windows(browser, baseURL ?? '')
  const trainer = await windows.open('/class/')
  const code = await createClass(trainer, 'Gap', flow.title)
  const ada = await windows.open('/join/', phone)
  await joinClass(ada, code, 'Ada')
  let refused = 0
  await ada.route('**/me', (route) => {
    refused += 1
    return refused < 3 ? route.fulfill({ status: 502, body: 'Bad gateway' }) : route.continue()
  })
  await ada.locator('.do-it').click()
  await expect(trainer.locator('.row [data-is="done"]')).toHaveCount(1)
  expect(refused).toBe(3)
  await windows.close()
})

const journey = packs[0]?.flows.find(({ steps }) => Object.keys(steps).length === 0)

test('a journey has its procedures for steps, and room for its screen', async ({ browser, baseURL }) => {
  const windows = new Windows(browser, baseURL ?? '')
  const trainer = await windows.open('/class/')
  const code = await createClass(trainer, 'Journey', journey?.title ?? '')
  const ada = await windows.open('/join/')
  await joinClass(ada, code, 'Ada')
  await ada.locator('.do-it').click()
  await expect(ada.locator('.class-steps [data-done="true"]')).toHaveCount(1)
  const box = await ada.locator('.walker-bench').boundingBox()
  expect(box?.width).toBeGreaterThan(800)
  await expect(trainer.locator('.row-at')).toHaveText('Step 2')
  await expect(trainer.locator('.hall [data-key="2"] .dot')).toHaveCount(1)
  await windows.close()
})

test('somebody else joins in the same browser as themselves', async ({ browser, baseURL }) => {
  const windows = new Windows(browser, baseURL ?? '')
  const trainer = await windows.open('/class/')
  const code = await createClass(trainer, 'Shared', flow.title)
  const page = await windows.open('/join/')
  await joinClass(page, code, 'Ada')
  await expect(page.getByText('You are Ada')).toBeVisible()
  await page.goto(`/join/#${code}`)
  await expect(page.getByLabel('Your name')).toBeHidden()
  await page.getByRole('button', { name: 'Join again' }).click()
  await expect(page.getByText('You are Ada')).toBeVisible()
  await page.goto(`/join/#${code}`)
  await page.getByRole('button', { name: 'That was not me' }).click()
  await joinClass(page, code, 'Bob')
  await expect(page.getByText('You are Bob')).toBeVisible()
  await expect(trainer.locator('.row')).toHaveCount(2)
  await windows.close()
})

test('a menu closes by Escape and by pressing elsewhere; the results of a class that is over fit', async ({
  browser,
  baseURL,
}) => {
  const windows = new Windows(browser, baseURL ?? '')
  const trainer = await windows.open('/class/')
  await trainer.getByLabel('Results are kept').selectOption('7')
  const code = await createClass(trainer, 'Over', flow.title)
  const ada = await windows.open('/join/', phone)
  await joinClass(ada, code, 'W'.repeat(30))
  await openTab(trainer, 'Exercises')
  await trainer.getByRole('button', { name: 'Start' }).first().click()
  const menu = trainer.locator('.trainer-acts .room-more')
  const end = menu.getByRole('button', { name: 'End the class' })
  for (const close of [() => trainer.keyboard.press('Escape'), () => trainer.locator('h1').click()]) {
    await menu.locator('summary').click()
    await expect(end).toBeVisible()
    await close()
    await expect(end).toBeHidden()
  }
  await menu.locator('summary').click()
  await end.click()
  await expect(trainer.getByText('Its results are kept for 7 days.')).toBeVisible()
  const sheet = trainer.locator('.results-sheet')
  expect(await sheet.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
  await windows.close()
})

test('a demonstration is shared as a link: for a new class, or for the one that a browser leads', async ({
  browser,
  baseURL,
}) => {
  const windows = new Windows(browser, baseURL ?? '')
  const trainer = await windows.open('/class/')
  const code = await createClass(trainer, 'Sharing', flow.title)
  // What is copied is the title then.
  await trainer.evaluate(() => {
    const writeText = async (text: string) => {
      document.title = text
    }
    Object.defineProperty(navigator, 'clipboard', { value: { writeText } })
  })
  await openTab(trainer, 'Lead')
  const note = trainer.getByLabel('Note for step 1', { exact: true })
  await note.fill('Look who has sent it.')
  await note.blur()
  await trainer.getByRole('button', { name: 'Copy a link to the demonstration' }).click()
  await expect(trainer.getByText('Link copied')).toBeVisible()
  const link = await trainer.title()
  expect(link).toContain('/class/#demonstration=')

  const other = await windows.open(link)
  await expect(other.getByText(`begins with the demonstration “${flow.title}”`)).toBeVisible()
  await expect(other.getByRole('button', { name: /Use it in class/ })).toHaveCount(0)
  await other.getByRole('button', { name: 'Create the class' }).click()
  await openTab(other, 'Lead')
  await expect(other.getByLabel('Note for step 1', { exact: true })).toHaveValue('Look who has sent it.')

  // After a reload, the trainer is where they were.
  await trainer.reload()
  await expect(note).toHaveValue('Look who has sent it.')
  await note.fill('Changed since.')
  await note.blur()
  await trainer.goto(link)
  await trainer.getByRole('button', { name: `Use it in class ${code} instead` }).click()
  await openTab(trainer, 'Lead')
  await expect(note).toHaveValue('Look who has sent it.')

  await other.goto(`${link.slice(0, -9)}`)
  await expect(other.getByRole('alert')).toHaveText(/cannot be read: ask for the link once more/)
  await windows.close()
})
