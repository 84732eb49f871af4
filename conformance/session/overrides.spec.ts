import { expect, type Page, test } from '@playwright/test'
import type { Override } from '../targets/overrides.ts'
import type { Target } from '../targets/target.ts'
import { NotThere } from './find.ts'
import { observeScreen } from './observe.ts'
import { fillAtTarget, messageAtTarget, pressAtTarget } from './overrides.ts'
import { sessionAt } from './testing/session-at.ts'

const password = 'enter-your-password'
const at = (overrides: Override) => ({ overrides: { 'enter-your-password': overrides } }) as Partial<Target>

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
    const session = await sessionAt(page, form, at({ labels: { Password: element } }))
    await fillAtTarget(session, password, 'Password', 'x')
    await expect(session.page.getByTestId('secret')).toHaveValue('x')
    expect([...session.notes]).toEqual(by === 'words' ? ['“Password” is called “Say it” here'] : [])
  })

test('a button is pressed where it is said to be', async ({ page }) => {
  const session = await sessionAt(page, form, at({ labels: { Continue: { testId: 'go' } } }))
  await pressAtTarget(session, password, 'Continue')
  await expect(session.page).toHaveTitle('pressed')
})

test('what is not where it is said to be counts against the target, and says where that is', async ({
  page,
}) => {
  const session = await sessionAt(page, form, at({ labels: { Continue: { testId: 'gone' } } }))
  const error: unknown = await pressAtTarget(session, password, 'Continue').catch((error: unknown) => error)
  expect(error).toBeInstanceOf(NotThere)
  expect((error as NotThere).expected).toBe('a button or a link “Continue” (here by testId gone)')
})

test('a screen is recognised by what it is called here, and by nothing else', async ({ page }) => {
  const overrides = {
    heading: 'Your secret',
    labels: {
      Password: 'Say it',
      Continue: { testId: 'go' },
      Edit: { absent: 'one form' },
      'Forgot password': 'I forgot',
    },
  }
  const session = await sessionAt(page, form, at(overrides))
  expect(await observeScreen(session, password)).toMatchObject({ missing: [], lacking: [] })
  expect([...session.notes]).toEqual(['“Enter Your Password” is called “Your secret” here'])
  const other = await sessionAt(
    page,
    form,
    at({ ...overrides, heading: 'Another', labels: { Password: 'Tell it' } }),
  )
  expect(await observeScreen(other, password)).toMatchObject({
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
  const session = await sessionAt(page, html, at({ heading: false }))
  expect((await observeScreen(session, password)).missing).toEqual([])
})

test('what is not there is done without, with the reason, or otherwise', async ({ page }) => {
  const went: string[] = []
  const instead = async (_page: Page, { email }: { email: string }) => {
    went.push(email)
  }
  const session = await sessionAt(page, form, at({ labels: { Edit: { absent: 'one form', instead } } }))
  await pressAtTarget(session, password, 'Edit')
  expect([...session.accepted]).toEqual(['There is no “Edit”: one form'])
  expect(went).toEqual(['ada@example.com'])
  expect([...session.notes]).toEqual([])
})

test('what is said not to be there and is there is a note', async ({ page }) => {
  const session = await sessionAt(
    page,
    '<button>Edit!</button>',
    at({ labels: { Edit: { absent: 'one form' } } }),
  )
  await pressAtTarget(session, password, 'Edit')
  expect([...session.notes]).toEqual(['“Edit” is there, although the profile says that it is not'])
})

test('a message is the one that is shown here', async ({ page }) => {
  const session = await sessionAt(page, form, at({ messages: { 'Wrong email or password': 'Nope' } }))
  expect(messageAtTarget(session, password, 'Wrong email or password')).toBe('Nope')
  expect(messageAtTarget(session, password, 'blocked')).toBe('blocked')
})

test('a screen that is said not to be there is not looked for, and nothing is done on it', async ({
  page,
}) => {
  const absent = 'one form asks for both'
  const session = await sessionAt(page, '<h1>Somewhere else</h1>', at({ absent }))
  const { missing } = await observeScreen(session, password)
  expect(missing).toEqual([])
  await fillAtTarget(session, password, 'Password', 'x')
  await pressAtTarget(session, password, 'Continue')
  expect([...session.accepted]).toEqual([
    `There is no screen “Enter Your Password”: ${absent}`,
    `There is no “Password”: ${absent}`,
    `There is no “Continue”: ${absent}`,
  ])
})
