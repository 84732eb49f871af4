import { expect, type Page, test } from '@playwright/test'
import { screens } from '../../machines/screens.ts'
import type { Looks } from '../targets/looks.ts'
import type { Target } from '../targets/target.ts'
import { NotThere } from './form.ts'
import { fillHere, messageHere, pressHere } from './here.ts'
import { seeScreen } from './see.ts'
import { worldAt } from './testing/world-at.ts'

const password = screens['enter-your-password']
const at = (looks: Looks[keyof Looks]) => ({ looks: { 'enter-your-password': looks } }) as Partial<Target>

const form = `
  <h1>Your secret</h1>
  <input placeholder="Say it" data-testid="secret" />
  <label>Not this one <input /></label>
  <button data-testid="go" onclick="document.title = 'pressed'">→</button>
  <a href="#help">I forgot</a>`

const elements = {
  words: 'Say it',
  'a placeholder': { placeholder: 'Say it' },
  'a test id': { testId: 'secret' },
  'a role and a name': { role: 'textbox', name: /^say/i },
  'a function': (page: Page) => page.locator('input').first(),
} as const

for (const [by, element] of Object.entries(elements))
  test(`a field is found by ${by}`, async ({ page }) => {
    const world = await worldAt(page, form, at({ labels: { Password: element } }))
    await fillHere(world, password, 'Password', 'x')
    await expect(world.page.getByTestId('secret')).toHaveValue('x')
    expect([...world.notes]).toEqual(by === 'words' ? ['“Password” is called “Say it” here'] : [])
  })

test('a button is pressed where it is said to be', async ({ page }) => {
  const world = await worldAt(page, form, at({ labels: { Continue: { testId: 'go' } } }))
  await pressHere(world, password, 'Continue')
  await expect(world.page).toHaveTitle('pressed')
})

test('what is not where it is said to be counts against the target, and says where that is', async ({
  page,
}) => {
  const world = await worldAt(page, form, at({ labels: { Continue: { testId: 'gone' } } }))
  const error: unknown = await pressHere(world, password, 'Continue').catch((error: unknown) => error)
  expect(error).toBeInstanceOf(NotThere)
  expect((error as NotThere).expected).toBe('a button or a link “Continue” (here by testId gone)')
})

test('a screen is recognised by what it is called here, and by nothing else', async ({ page }) => {
  const looks = {
    heading: 'Your secret',
    labels: {
      Password: 'Say it',
      Continue: { testId: 'go' },
      Edit: { absent: 'one form' },
      'Forgot password': 'I forgot',
    },
  }
  const world = await worldAt(page, form, at(looks))
  expect(await seeScreen(world, password)).toMatchObject({ missing: [], lacking: [] })
  expect([...world.notes]).toEqual(['“Enter Your Password” is called “Your secret” here'])
  const other = await worldAt(
    page,
    form,
    at({ ...looks, heading: 'Another', labels: { Password: 'Tell it' } }),
  )
  expect(await seeScreen(other, password)).toMatchObject({
    missing: [
      'the heading “Enter Your Password” (here “Another”)',
      'the field “Password” (here “Tell it”)',
      'the button “Continue”',
    ],
    lacking: ['the link “Edit”', 'the link “Forgot password”'],
  })
})

test('a screen without a heading is recognised by the rest', async ({ page }) => {
  const html = '<label>Password <input type="password"></label><button>Continue</button>'
  const world = await worldAt(page, html, at({ heading: false }))
  expect((await seeScreen(world, password)).missing).toEqual([])
})

test('what is not there is done without, with the reason, or otherwise', async ({ page }) => {
  const went: string[] = []
  const instead = async (_page: Page, { email }: { email: string }) => {
    went.push(email)
  }
  const world = await worldAt(page, form, at({ labels: { Edit: { absent: 'one form', instead } } }))
  await pressHere(world, password, 'Edit')
  expect([...world.accepted]).toEqual(['There is no “Edit”: one form'])
  expect(went).toEqual(['ada@example.com'])
  expect([...world.notes]).toEqual([])
})

test('what is said not to be there and is there is a note', async ({ page }) => {
  const world = await worldAt(
    page,
    '<button>Edit!</button>',
    at({ labels: { Edit: { absent: 'one form' } } }),
  )
  await pressHere(world, password, 'Edit')
  expect([...world.notes]).toEqual(['“Edit” is there, although the profile says that it is not'])
})

test('a message is the one that is shown here', async ({ page }) => {
  const world = await worldAt(page, form, at({ messages: { 'Wrong email or password': 'Nope' } }))
  expect(messageHere(world, password, 'Wrong email or password')).toBe('Nope')
  expect(messageHere(world, password, 'blocked')).toBe('blocked')
})

test('a screen that is said not to be there is not looked for, and nothing is done on it', async ({
  page,
}) => {
  const absent = 'one form asks for both'
  const world = await worldAt(page, '<h1>Somewhere else</h1>', at({ absent }))
  const { missing } = await seeScreen(world, password)
  expect(missing).toEqual([])
  await fillHere(world, password, 'Password', 'x')
  await pressHere(world, password, 'Continue')
  expect([...world.accepted]).toEqual([
    `There is no screen “Enter Your Password”: ${absent}`,
    `There is no “Password”: ${absent}`,
    `There is no “Continue”: ${absent}`,
  ])
})
