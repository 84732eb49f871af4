import { expect, type Page, test } from '@playwright/test'
import { screens } from '../../machines/screens.ts'
import { pressHere } from './here.ts'
import { passBetween } from './pass-between.ts'
import { look } from './sight.ts'
import { worldAt } from './testing/world-at.ts'

const password = screens['enter-your-password']

test.describe('a screen in between', () => {
  const news = `<h1>News</h1><button onclick="document.body.innerHTML = '<button>Continue</button>'">Enough</button>`

  test('is passed where something is looked for, and noted', async ({ page }) => {
    const between = [{ when: 'news', press: 'Enough' }]
    const world = await worldAt(page, news, { between })
    await pressHere(world, password, 'Continue')
    expect([...world.notes]).toEqual(['the screen “news” came in between'])
  })

  test('is passed by a function, and told by whatever only it has', async ({ page }) => {
    const between = [
      {
        when: (page: Page) => page.getByRole('button', { name: 'Enough' }),
        pass: (page: Page) => page.getByRole('button').click(),
      },
    ]
    const world = await worldAt(page, news, { between })
    expect(await passBetween(world, await look(world.page))).toBe(true)
    await expect(world.page.getByRole('heading')).toHaveCount(0)
  })

  test('that is another one stays', async ({ page }) => {
    const world = await worldAt(page, news, { between: [{ when: 'Olds', press: 'Enough' }] })
    expect(await passBetween(world, await look(world.page))).toBe(false)
  })
})
