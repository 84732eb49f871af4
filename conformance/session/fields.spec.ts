import { expect, type Page, test } from '@playwright/test'
import { takeSnapshot } from '../page/take-snapshot.ts'
import { fill, NotThere } from './find.ts'
import { observeScreen } from './observe-screen.ts'
import { sessionAt } from './testing/session-at.ts'
import { codes, lists, switches, texts, withBehaviour } from './testing/widgets.ts'

const PATIENCE = 3_000

async function at(page: Page, html: string) {
  const session = await sessionAt(page, withBehaviour(html), { patience: PATIENCE })
  return session.page
}

test.describe('a list', () => {
  for (const [library, html] of Object.entries(lists)) {
    test(`is seen and chosen from: ${library}`, async ({ page }) => {
      const own = await at(page, html)
      expect((await takeSnapshot(own)).fields.some((name) => /^Role\b/.test(name))).toBe(true)
      await fill(own, 'Role', 'Editor', PATIENCE)
      await expect(own).toHaveTitle('Editor')
    })

    test(`that lacks a choice says so: ${library}`, async ({ page }) => {
      const own = await at(page, html)
      await expect(fill(own, 'Role', 'Nobody', 1_500)).rejects.toThrow(NotThere)
    })
  }
})

test.describe('what is on or off', () => {
  for (const [library, html] of Object.entries(switches))
    test(`is seen and switched: ${library}`, async ({ page }) => {
      const own = await at(page, html)
      const box = own.locator('[type=checkbox], [role=checkbox], [role=switch]')
      expect((await takeSnapshot(own)).fields).toEqual(['Remember me'])
      for (const [value, on] of [
        ['yes', true],
        ['yes', true],
        ['off', false],
        ['Remember me', true],
        ['', false],
      ] as const) {
        await fill(own, 'Remember me', value, PATIENCE)
        await expect(box).toBeChecked({ checked: on })
      }
    })
})

test.describe('a one-time code', () => {
  const screen = 'verify-your-identity'
  for (const [library, html] of Object.entries(codes))
    test(`is asked for and typed: ${library}`, async ({ page }) => {
      const session = await sessionAt(page, `<h1>Verify Your Identity</h1>${html}<button>Continue</button>`)
      const own = session.page
      expect((await observeScreen(session, screen)).missing).toEqual([])
      const typed = () =>
        own.locator('input').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value).join(''))
      for (const code of ['123456', '098765', '']) {
        await fill(own, 'Enter one time code', code, PATIENCE)
        expect(await typed()).toBe(code)
      }
    })

  test('is sent by its last digit', async ({ page }) => {
    const html = codes['Radix, in a group'].replaceAll(
      'oninput="',
      'oninput="if (!nextElementSibling) document.body.textContent = 1; ',
    )
    const own = await at(page, html)
    await fill(own, 'Enter one time code', '123456', PATIENCE)
    await expect(own.locator('body')).toHaveText('1')
  })

  test('has no boxes where something else is asked for', async ({ page }) => {
    const own = await at(page, codes['without any names, where nothing goes to the next box'])
    await expect(fill(own, 'Password', 'secret', 300)).rejects.toThrow('a field “Password” is not there')
  })
})

for (const [how, html] of Object.entries(texts))
  test(`a text that is no input is typed: ${how}`, async ({ page }) => {
    const own = await at(page, html)
    expect((await takeSnapshot(own)).fields).toEqual(['Name'])
    await fill(own, 'Name', 'Ada', PATIENCE)
    await expect(own.locator('[contenteditable]')).toHaveText('Ada')
  })

test('a field is named once, where its label has the mark of a required field besides', async ({ page }) => {
  const own = await at(page, '<label for="a">Password *</label><input id="a" aria-label="Password">')
  expect((await takeSnapshot(own)).fields).toEqual(['Password'])
})

test('a field is meant, not the group around it of the same name', async ({ page }) => {
  const own = await at(page, '<fieldset><legend>Password</legend><label>Password <input></label></fieldset>')
  await fill(own, 'Password', 'x', PATIENCE)
  await expect(own.locator('input')).toHaveValue('x')
})

test('a field is meant, not what is around it with the same id', async ({ page }) => {
  const box = (id: string, type: string, label: string) =>
    `<div id="${id}"><label for="${id}">${label}</label> <input id="${id}" type="${type}"></div>`
  const own = await at(page, box('name', 'text', 'Name') + box('me', 'radio', 'By app'))
  await fill(own, 'Name', 'Ada', PATIENCE)
  await fill(own, 'By app', 'yes', PATIENCE)
  await expect(own.locator('[type=text]')).toHaveValue('Ada')
  await expect(own.locator('[type=radio]')).toBeChecked()
})

test.describe('a label that names nothing', () => {
  const row = (label: string, type = 'text') =>
    `<div><div>${label}</div><span><input placeholder="Jamie" type="${type}"></span></div>`

  test('belongs to the only field beside it', async ({ page }) => {
    const own = await at(
      page,
      `<form>${row('<label for="name">Full name</label>')}${row('<label>Password</label>', 'password')}</form>`,
    )
    expect((await takeSnapshot(own)).fields).toEqual(expect.arrayContaining(['Full name', 'Password']))
    await fill(own, 'Full name', 'Ada', PATIENCE)
    await fill(own, 'Password', 'secret', PATIENCE)
    await expect(own.locator('input[type=text]')).toHaveValue('Ada')
    await expect(own.locator('input[type=password]')).toHaveValue('secret')
  })

  test('belongs to none where several are beside it', async ({ page }) => {
    const own = await at(page, '<div><label>Name</label><input><input></div>')
    expect((await takeSnapshot(own)).fields).toEqual([])
    await expect(fill(own, 'Name', 'Ada', 300)).rejects.toThrow('a field “Name” is not there')
  })
})
