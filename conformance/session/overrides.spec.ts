import { expect, type Page, test } from '@playwright/test'
import { enrolmentOf } from '../../machines/devices/enrolment.ts'
import { NotThere } from './find.ts'
import { observeScreen } from './observe-screen.ts'
import { fillAtTarget, messagesAtTarget, overridesFor, pressAtTarget } from './overrides.ts'
import { at, form, password } from './testing/password-screen.ts'
import { sessionAt } from './testing/session-at.ts'

const elements = {
  words: 'Say it',
  'a placeholder': { placeholder: 'Say it' },
  'a test id': { testId: 'secret' },
  'a role and a name': { role: 'textbox', name: /^say/i },
  'a function': (page: Page) => page.locator('input').first(),
} as const

test('a button that has another name after an error is pressed by any of its names', async ({ page }) => {
  const renamed =
    '<h1>Enter Your Password</h1><button onclick="this.textContent = \'Retry\'; document.title += 1">Sign in</button>'
  const session = await sessionAt(page, renamed, at({ labels: { Continue: ['Sign in', 'Retry'] } }))
  for (const times of ['1', '11']) {
    await pressAtTarget(session, password, 'Continue')
    await expect(session.page).toHaveTitle(times)
  }
  const gone = await sessionAt(page, form, at({ labels: { Continue: ['Sign in', 'Retry'] } }))
  await expect(pressAtTarget(gone, password, 'Continue')).rejects.toThrow(
    'a button or a link “Continue” (here “Sign in” or “Retry”)',
  )
})

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
  expect([...session.notes]).toEqual([
    '“Enter Your Password” is called “Your secret” here',
    'not in the documentation: the field “Not this one” on “Enter Your Password”',
  ])
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

test('further fields of a screen are filled before anything is pressed there', async ({ page }) => {
  const session = await sessionAt(
    page,
    form,
    at({
      labels: { Continue: { testId: 'go' } },
      fields: [{ field: 'Not this one', value: ({ email }) => email }],
    }),
  )
  await pressAtTarget(session, password, 'Continue')
  await expect(session.page.getByLabel('Not this one')).toHaveValue('ada@example.com')
})

test('a further field may ask for the code of the person’s app', async ({ page }) => {
  const session = await sessionAt(
    page,
    form,
    at({
      labels: { Continue: { testId: 'go' } },
      fields: [{ field: 'Not this one', value: (way) => way.oneTimeCode() }],
    }),
  )
  session.app.scan(enrolmentOf('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'))
  await pressAtTarget(session, password, 'Continue')
  await expect(session.page.getByLabel('Not this one')).toHaveValue(/^\d{6}$/)
})

for (const { typed, filled } of [
  { typed: 'ada@example.com', filled: 'al' },
  { typed: 'ADA@EXAMPLE.COM', filled: 'AL' },
  { typed: 'ada-nobody@example.com', filled: 'ada-nobody' },
])
  test(`where people type a login name, ${typed} becomes ${filled}`, async ({ page }) => {
    const labels = { Password: { login: 'Say it' } }
    const account = { email: 'ada@example.com', login: 'al', password: 'secret' }
    const session = await sessionAt(page, form, at({ labels }), { account })
    await fillAtTarget(session, password, 'Password', typed)
    await expect(session.page.getByTestId('secret')).toHaveValue(filled)
  })

test('what is said of one flow, or of one given in it, comes before what is said of all', async ({
  page,
}) => {
  const overrides = {
    [password]: { heading: 'All', messages: { blocked: 'Locked' } },
    [`log-in/${password}`]: { heading: 'This flow' },
    [`log-in/activated/${password}`]: { messages: { 'Wrong email or password': 'Nope' } },
  }
  const inFlow = (own: { flow?: string; given?: string }) => sessionAt(page, '', { overrides }, own)
  const activated = await inFlow({ flow: 'log-in', given: 'activated' })
  expect(overridesFor(activated, password)).toMatchObject({
    heading: 'This flow',
    messages: { blocked: 'Locked', 'Wrong email or password': 'Nope' },
  })
  const other = await inFlow({ flow: 'reset-password', given: 'activated' })
  expect(overridesFor(other, password).heading).toBe('All')
})

test('a message is the one that is shown here', async ({ page }) => {
  const session = await sessionAt(page, form, at({ messages: { 'Wrong email or password': 'Nope' } }))
  expect(messagesAtTarget(session, password, 'Wrong email or password')).toEqual(['Nope'])
  expect(messagesAtTarget(session, password, 'blocked')).toEqual(['blocked'])
})

test('where one form is two screens and the product empties it, the address is typed again', async ({
  page,
}) => {
  const html =
    '<label>Email <input></label><label>Password <input type="password"></label><button>Continue</button>'
  const overrides = {
    'email-address': { labels: { 'Email address': 'Email', Continue: { unneeded: 'one form' } } },
  }
  const session = await sessionAt(page, html, { overrides })
  await fillAtTarget(session, 'email-address', 'Email address', 'ada@example.com')
  await pressAtTarget(session, 'email-address', 'Continue')
  const field = session.page.getByLabel('Email')
  await pressAtTarget(session, password, 'Continue')
  expect([...session.notes].join()).not.toContain('typed again')
  await field.fill('')
  await pressAtTarget(session, password, 'Continue')
  await expect(field).toHaveValue('ada@example.com')
  expect([...session.notes]).toContain('“Email address” is typed again: the product has emptied it')
})

test('a field is never taken for another one of its screen, although its label has all of the words', async ({
  page,
}) => {
  const html =
    '<h1>Change Your Password</h1><label>Re-enter new password <input></label><button>Reset Password</button>'
  const session = await sessionAt(page, html, { patience: 1_000 })
  const typing = fillAtTarget(session, 'change-your-password', 'New password', 'short')
  await expect(typing).rejects.toThrow('a field “New password” is not there')
  await expect(session.page.locator('input')).toHaveValue('')
  await fillAtTarget(session, 'change-your-password', 'Re-enter new password', 'short')
  await expect(session.page.locator('input')).toHaveValue('short')
})
