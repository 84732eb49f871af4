import { expect, test } from '@playwright/test'
import { allPressable } from '../page/menus.ts'
import { takeSnapshot } from '../page/take-snapshot.ts'
import { press } from './find.ts'

const MENU = `<details><summary>ada@example.com</summary><form method="get"><button name="out">Log out</button></form></details>`

test('what a closed part of the page holds is seen, and pressed by opening that part', async ({ page }) => {
  await page.setContent(MENU)
  expect((await takeSnapshot(page)).buttons).toEqual(['ada@example.com', 'Log out'])
  await page.evaluate(() => {
    document.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault()
      document.title = 'out'
    })
  })
  expect(await press(page, 'Log out', 1_000)).toBe('Log out')
  expect(await page.title()).toBe('out')
})

test('what opens a part of the page is pressed like a button', async ({ page }) => {
  await page.setContent('<details><summary>Trouble scanning?</summary><code>ABCD</code></details>')
  expect(await press(page, 'Trouble Scanning?', 1_000)).toBe('Trouble scanning?')
  await expect(page.getByText('ABCD')).toBeVisible()
})

test('what is in an open part is seen once', async ({ page }) => {
  await page.setContent(MENU.replace('<details>', '<details open>'))
  expect((await takeSnapshot(page)).buttons).toEqual(['Log out', 'ada@example.com'])
})

const TITLE = `<script>addEventListener('click', ({ target }) => { if (target.matches('.out')) document.title = 'out' })</script>`
const opensNext = `onclick="const shut = this.ariaExpanded !== 'true'; this.ariaExpanded = String(shut); document.getElementById('menu').hidden = !shut"`

for (const [how, opener, part] of [
  ['that it controls', 'aria-expanded="false" aria-controls="menu"', '<p></p><ul id="menu" hidden>'],
  [
    'that it names',
    'id="mine" aria-haspopup="true" aria-expanded="false"',
    '<p></p><ul id="menu" aria-labelledby="mine" hidden>',
  ],
  ['behind it', 'aria-haspopup="menu" aria-expanded="false"', '<ul id="menu" role="menu" hidden>'],
] as const)
  test(`what is in a menu ${how} is seen, and pressed by opening it`, async ({ page }) => {
    const item = '<li role="none"><a class="out" href="#out" role="menuitem">Log out</a></li>'
    await page.setContent(`${TITLE}<button ${opener} ${opensNext}>Ada</button>${part}${item}</ul>`)
    expect((await takeSnapshot(page)).buttons).toEqual(['Ada', 'Log out'])
    expect(await press(page, 'Log out', 2_000)).toBe('Log out')
    expect(await page.title()).toBe('out')
    expect((await takeSnapshot(page)).buttons).toEqual(['Ada', 'Log out'])
  })

const DRAWN = `<script>
  function toggle(button, ...names) {
    const isOpen = button.ariaExpanded === 'true'
    button.ariaExpanded = String(!isOpen)
    document.querySelector('[role=menu]')?.remove()
    if (isOpen) return
    const items = names.map((name) => '<div role="menuitem" tabindex="0" class="out">' + name + '</div>').join('')
    document.body.insertAdjacentHTML('beforeend', '<div role="menu">' + items + '</div>')
  }
</script>`
const drawn = (name: string, ...items: string[]) =>
  `<button aria-haspopup="menu" aria-expanded="false" onclick='toggle(this, ${items.map((item) => JSON.stringify(item)).join()})'>${name}</button>`

test('what a menu draws only when it is open is found by opening it, and other menus are closed again', async ({
  page,
}) => {
  await page.setContent(TITLE + DRAWN + drawn('Language', 'English') + drawn('Ada', 'Profile', 'Log out'))
  expect(await press(page, 'Log out', 3_000)).toBe('Log out')
  expect(await page.title()).toBe('out')
  await expect(page.getByRole('button', { name: 'Language' })).toHaveAttribute('aria-expanded', 'false')
})

test('what is in several menus is not guessed', async ({ page }) => {
  const menu = '<button aria-expanded="false">Row</button><div hidden><button>Remove</button></div>'
  await page.setContent(menu + menu)
  await expect(press(page, 'Remove', 1_500)).rejects.toThrow('“Remove” is in several closed parts')
})

test('a menu of links is opened by pointing at it', async ({ page }) => {
  await page.setContent(
    `${TITLE}<style>ul { display: none } li:hover ul { display: block }</style>
    <li><a href="/me" aria-haspopup="true">Howdy</a><ul><a class="out" href="#out">Log out</a></ul></li>`,
  )
  expect(await press(page, 'Log out', 2_000)).toBe('Log out')
  expect(await page.title()).toBe('out')
})

test('what can be pressed on a page is also what its closed menus hold', async ({ page }) => {
  await page.setContent(DRAWN + drawn('Ada', 'Add users'))
  expect(await allPressable(page)).toContain('Add users')
  await expect(page.getByRole('menu')).toHaveCount(0)
})
