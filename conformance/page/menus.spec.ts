import { expect, test } from '@playwright/test'
import { allPressable } from './menus.ts'

const MENU = "document.body.insertAdjacentHTML('beforeend', '<a href=#out>Log out</a>')"

test('what a slow page draws a while after its menu was opened is found', async ({ page }) => {
  await page.setContent(
    `<button aria-haspopup="menu" aria-expanded="false"
      onclick="this.setAttribute('aria-expanded', 'true'); setTimeout(() => { ${MENU} }, 900)">Ada</button>`,
  )
  expect(await allPressable(page)).toContain('Log out')
})

test('a menu that brought nothing is opened once more, and no more often', async ({ page }) => {
  await page.setContent('<button aria-haspopup="menu">Ada</button>')
  expect(await allPressable(page)).toEqual(['Ada'])
  await page.evaluate(`document.querySelector('button').onclick = () => { ${MENU} }`)
  expect(await allPressable(page)).toEqual(['Ada', 'Log out'])
  await page.setContent('<button aria-haspopup="menu">Ben</button>')
  await allPressable(page)
  await allPressable(page)
  await page.evaluate(`document.querySelector('button').onclick = () => { ${MENU} }`)
  expect(await allPressable(page)).toEqual(['Ben'])
})
