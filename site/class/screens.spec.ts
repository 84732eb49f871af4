import AxeBuilder from '@axe-core/playwright'
import { packs } from '@doorstep/machines'
import { expect, type Page, test } from '@playwright/test'
import { createClass, joinClass, linkIn, openTab, row, Windows } from './testing/class-page.ts'

const flow = packs[0]?.flows[0]
if (!flow) throw new Error('There is no flow to teach.')

const isTooWide = ({ scrollWidth, clientWidth }: Element) => scrollWidth > clientWidth

/** Findings of axe in both colour schemes, and whether the page fits 360 px. */
async function problemsOf(page: Page, where: string): Promise<string[]> {
  const problems: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze()
    problems.push(
      ...violations.map(
        ({ id, nodes }) => `${where}, ${colorScheme}: ${id}: ${nodes.map(({ html }) => html)}`,
      ),
    )
  }
  const before = page.viewportSize()
  await page.setViewportSize({ width: 360, height: 740 })
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  if (width > 360) problems.push(`${where}: ${width} px wide on a screen of 360.`)
  const cut = await page
    .locator('header nav')
    .evaluateAll((all) => all.some((nav) => nav.scrollWidth > nav.clientWidth))
  if (cut) problems.push(`${where}: a link of the header is cut off on a screen of 360 px.`)
  if (before) await page.setViewportSize(before)
  return problems
}

test('every screen of a class passes axe, light and dark, and fits 360 px', { tag: '@long' }, async ({
  browser,
  baseURL,
}) => {
  const windows = new Windows(browser, baseURL ?? '')
  const trainer = await windows.open('/class/')
  await expect(trainer.getByRole('button', { name: 'Create the class' })).toBeEnabled()
  const problems = await problemsOf(trainer, 'create')
  const code = await createClass(trainer, 'Screens', flow.title)
  await trainer.locator('.join-code summary').click()
  expect(await trainer.locator('.join-code .pop').evaluate(isTooWide), 'the join link').toBe(false)
  await trainer.locator('.join-code summary').click()
  const projector = await windows.open(await linkIn(trainer, 'Projector'))
  await expect(projector.locator('img.qr')).toBeVisible()
  problems.push(...(await problemsOf(projector, 'lobby')))
  const ada = await windows.open(`/join/#${code}`)
  problems.push(...(await problemsOf(ada, 'join')))
  await joinClass(ada, code, 'Ada')
  await expect(ada.locator('.do-it')).toBeVisible()
  problems.push(...(await problemsOf(ada, 'room')))
  await ada.getByRole('button', { name: 'Raise hand' }).click()

  await expect(trainer.locator('.row')).toContainText('Hand')
  problems.push(...(await problemsOf(trainer, 'board')))
  await row(trainer, 'Ada').getByRole('button').click()
  problems.push(...(await problemsOf(trainer, 'person')))
  for (const tab of ['Lead', 'Exercises', 'Results']) {
    await openTab(trainer, tab)
    await expect(trainer.locator('.lead .do-it, .exercise-list, .results').first()).toBeVisible()
    problems.push(...(await problemsOf(trainer, tab)))
  }
  await openTab(trainer, 'Exercises')
  await trainer.getByRole('button', { name: 'Start' }).first().click()
  await expect(ada.getByRole('region', { name: 'The exercise' })).toBeVisible()
  problems.push(...(await problemsOf(ada, 'exercise')), ...(await problemsOf(projector, 'wall')))
  const remote = await windows.open(await linkIn(trainer, 'Remote'))
  await remote.getByRole('button', { name: 'Begin' }).click()
  await expect(ada.getByText('You follow the trainer.')).toBeVisible()
  await expect(ada.locator('.exercise .goals'), 'an exercise waits while the trainer leads').toBeHidden()
  problems.push(...(await problemsOf(ada, 'following')), ...(await problemsOf(remote, 'remote')))
  await trainer.goto('/class/present/')
  await expect(trainer.getByText('The room sees')).toBeVisible()
  problems.push(...(await problemsOf(trainer, 'presenter')))
  expect(problems).toEqual([])
  await windows.close()
})
