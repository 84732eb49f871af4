import { expect, type Page, test } from '@playwright/test'
import { pressAtTarget } from '../../session/overrides.ts'
import { sessionAt } from '../../session/testing/session-at.ts'
import type { Overrides } from '../../targets/overrides.ts'
import type { Bench } from './bench.ts'
import { NotTestable, Unproven } from './outcome.ts'
import { Person } from './person.ts'

const PATIENCE = 2_000

async function personAt(page: Page, html: string, overrides: Overrides = {}) {
  const session = await sessionAt(page, html, { patience: PATIENCE, overrides })
  Object.assign(session.target, { packs: [session.pack] })
  const person = new Person(session, { target: session.target } as unknown as Bench)
  const press = () => session.page.getByRole('button').click()
  return { error: () => person.errorAfter(press) }
}

const saying = (markup: string) =>
  `<div id="said"></div><button onclick="said.innerHTML = ''; setTimeout(() => { said.innerHTML = '${markup}' }, 20)">Go</button>`

test('an error is what a page says, and the same one once more with a second attempt', async ({ page }) => {
  const { error } = await personAt(page, saying('<p role=alert>Das stimmt nicht</p>'))
  expect(await error()).toBe('Das stimmt nicht')
  expect(await error()).toBe('Das stimmt nicht')
})

test('the browser’s own message about a field is an error', async ({ page }) => {
  const { error } = await personAt(page, '<form><input required><button>Go</button></form>')
  expect(await error()).toBe('Please fill out this field.')
  expect(await error()).toBe('Please fill out this field.')
})

test('a button that stays disabled is an error where the profile says so', async ({ page }) => {
  const screen = 'change-your-password'
  const messages = { 'Enter a new password': { disabled: 'the button waits for a password' } }
  for (const [overrides, error] of [
    [{ [screen]: { messages } }, 'the button waits for a password'],
    [{}, undefined],
  ] as const) {
    const session = await sessionAt(page, '<button disabled>Reset Password</button>', { overrides })
    Object.assign(session.target, { packs: [session.pack] })
    const person = new Person(session, { target: session.target } as unknown as Bench)
    const press = () => pressAtTarget(session, screen, 'Reset Password')
    expect(await person.errorAfter(press)).toBe(error)
  }
})

test('a rule that was there already is an error once its field is wrong', async ({ page }) => {
  const html = `<input id="field" aria-describedby="rule"><p id="rule">Zwölf Zeichen</p><button onclick="field.setAttribute('aria-invalid', 'true')">Go</button>`
  const { error } = await personAt(page, html)
  expect(await error()).toBe('Zwölf Zeichen')
})

test('a toast that has gone again is an error', async ({ page }) => {
  const html = `<p role="status" id="said"></p><button onclick="said.textContent = 'Wrong code'; setTimeout(() => { said.textContent = '' })">Go</button>`
  const { error } = await personAt(page, html)
  expect(await error()).toBe('Wrong code')
})

for (const [what, html] of Object.entries({
  'a status that is always there': '<p role="status">3 new messages</p><button>Go</button>',
  'a page that is at work': saying('<p role=status>Signing in…</p>'),
  'the name of the page, read out': saying('<h1>Dashboard</h1><p role=alert>Dashboard</p>'),
  'a window that welcomes': saying('<div role=dialog>Welcome back</div>'),
}))
  test(`is no error: ${what}`, async ({ page }) => {
    const { error } = await personAt(page, html)
    expect(await error()).toBeUndefined()
  })

for (const [what, hint, expected] of [
  ['shown anew with the page, is said again', '', 'Password is too short'],
  ['that is a hint of the page, is none', '<p>Password is too short</p>', undefined],
] as const)
  test(`a plain text of refusal, ${what}`, async ({ page }) => {
    const form =
      '<form method="post" action="http://tenant.example/"><h1>Password</h1><button>Go</button></form>'
    const { error } = await personAt(page, `${hint}${form}`)
    await page.context().route('**/*', (route, request) =>
      request.method() === 'POST'
        ? route.fulfill({
            contentType: 'text/html',
            body: `${hint || '<p>Password is too short</p>'}${form}`,
          })
        : route.fallback(),
    )
    expect(await error()).toBe(expected)
    expect(await error()).toBe(expected)
  })

test('an error is what a function of the profile sees, and did not see before', async ({ page }) => {
  const isShown = async (own: Page) => (await own.locator('.red').count()) > 0
  const overrides: Overrides = {
    'enter-your-password': { messages: { 'Wrong email or password': isShown } },
  }
  const red = '<i class=red>✗</i>'
  const { error } = await personAt(page, saying(red), overrides)
  expect(await error()).toBe('Wrong email or password')
  const always = await personAt(page, `${red}<button>Go</button>`, overrides)
  expect(await always.error()).toBeUndefined()
})

test('a screen behind what the profile says is absent cannot be tested', async ({ page }) => {
  const screen = 'keep-your-account-safe'
  const press = 'Google Authenticator or Similar'
  const html = '<h1>Keep Your Account Safe</h1>'
  for (const [overrides, kind] of [
    [{ [screen]: { labels: { [press]: { absent: 'a mailed link leads there' } } } }, NotTestable],
    [{ [screen]: { labels: { [press]: { unneeded: 'it opens by itself' } } } }, Unproven],
  ] as const) {
    const session = await sessionAt(page, html, { patience: 1_000, overrides })
    Object.assign(session.target, { packs: [session.pack] })
    const bench = { target: session.target, optionalRole: () => undefined }
    const person = new Person(session, bench as unknown as Bench)
    await person.perform({ screen, press })
    await expect(person.reach('secure-your-account')).rejects.toBeInstanceOf(kind)
  }
})

for (const [heading, flow, here] of [
  ['Your first password', 'activate-account', undefined],
  ['Another password', 'activate-account', 'reset-password'],
  ['Another password', 'log-in', 'reset-password'],
] as const)
  test(`the form “${heading}” is known by the words of its own flow where ${flow} is arranged`, async ({
    page,
  }) => {
    const screen = 'change-your-password'
    const overrides = {
      [screen]: { heading: 'Your first password' },
      [`reset-password/${screen}`]: {
        heading: 'Another password',
        labels: { 'Reset Password': 'Change it' },
      },
    }
    const fields = '<label>New password <input></label><label>Re-enter new password <input></label>'
    const html = `<h1>${heading}</h1>${fields}<button>${here ? 'Change it' : 'Reset Password'}</button>`
    const session = await sessionAt(page, html, { patience: PATIENCE, overrides }, { flow, given: 'any' })
    const bench = { target: session.target, optionalRole: () => undefined } as unknown as Bench
    const person = new Person(session, bench)
    expect(await person.isAt(screen, 0)).toBe(true)
    expect(session.walked).toBe(here)
    await pressAtTarget(session, screen, 'Reset Password')
    await session.page.setContent('<h1>Somewhere else</h1>')
    expect(await person.isAt(screen, 0)).toBe(false)
  })
