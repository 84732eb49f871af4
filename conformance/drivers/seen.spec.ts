import { expect, test } from '@playwright/test'
import { screens } from '../../machines/screens.ts'
import { fillHere, pressHere } from './here.ts'
import { look } from './sight.ts'
import { worldAt } from './testing/world-at.ts'

const password = screens['enter-your-password']

test.describe('what was seen', () => {
  const renamed = `document.querySelector('button').textContent = 'Continue now'`

  test('is pressed where it was', async ({ page }) => {
    const world = await worldAt(
      page,
      `<a href="#">Go</a><button onclick="document.title = 'pressed'">Continue</button>`,
    )
    world.seen = await look(world.page)
    await pressHere(world, password, 'Continue')
    await expect(world.page).toHaveTitle('pressed')
    expect(world.seen).toBeUndefined()
  })

  test('and has gone since is looked for as ever', async ({ page }) => {
    const world = await worldAt(page, '<button>Continue</button>', { patience: 300 })
    world.seen = await look(world.page)
    await world.page.evaluate(renamed)
    await pressHere(world, password, 'Continue')
    expect([...world.notes]).toEqual(['“Continue” is called “Continue now” here'])
  })

  test('and cannot be pressed is no other element', async ({ page }) => {
    const world = await worldAt(page, '<button disabled>Continue</button>', { patience: 300 })
    world.seen = await look(world.page)
    await expect(pressHere(world, password, 'Continue')).rejects.toThrow('Timeout 300ms exceeded')
  })

  test('twice is looked for, so that the visible one is taken', async ({ page }) => {
    const twice =
      '<label>Password <input style="width: 0; height: 0; border: 0; padding: 0"></label><label>Password <input></label>'
    const world = await worldAt(page, twice, { patience: 300 })
    world.seen = await look(world.page)
    await fillHere(world, password, 'Password', 'x')
    await expect(world.page.locator('input').last()).toHaveValue('x')
  })
})
