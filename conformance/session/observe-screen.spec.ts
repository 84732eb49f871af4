import { expect, type Page, test } from '@playwright/test'
import { beginListening } from '../page/listen.ts'
import { takeSnapshot } from '../page/take-snapshot.ts'
import { observeScreen } from './observe-screen.ts'
import { fillAtTarget, pressAtTarget } from './overrides.ts'
import { sessionAt } from './testing/session-at.ts'

const password = 'enter-your-password'

test('a heading with further words is noted', async ({ page }) => {
  const session = await sessionAt(
    page,
    '<h1>Enter your old password</h1><label>Password <input type="password"></label><button>Continue</button>',
    { patience: 2_000 },
  )
  const { missing } = await observeScreen(session, password)
  expect(missing).toEqual([])
  expect([...session.notes]).toContain('“Enter Your Password” is called “Enter your old password” here')
})

test.describe('what was seen', () => {
  const renamed = `document.querySelector('button').textContent = 'Continue now'`

  test('is pressed where it was', async ({ page }) => {
    const session = await sessionAt(
      page,
      `<a href="#">Go</a><button onclick="document.title = 'pressed'">Continue</button>`,
    )
    session.seen = await takeSnapshot(session.page)
    await pressAtTarget(session, password, 'Continue')
    await expect(session.page).toHaveTitle('pressed')
    expect(session.seen).toBeUndefined()
  })

  test('and has gone since is looked for as ever', async ({ page }) => {
    const session = await sessionAt(page, '<button>Continue</button>', { patience: 2_000 })
    session.seen = await takeSnapshot(session.page)
    await session.page.evaluate(renamed)
    await pressAtTarget(session, password, 'Continue')
    expect([...session.notes]).toEqual(['“Continue” is called “Continue now” here'])
  })

  test('and cannot be pressed is not replaced by another element', async ({ page }) => {
    const session = await sessionAt(page, '<button disabled>Continue</button>', { patience: 2_000 })
    session.seen = await takeSnapshot(session.page)
    await pressAtTarget(session, password, 'Continue')
    expect([...session.notes]).toEqual(['“Continue” is disabled.'])
  })

  test('twice is looked for, so that the visible one is taken', async ({ page }) => {
    const twice =
      '<label>Password <input style="width: 0; height: 0; border: 0; padding: 0"></label><label>Password <input></label>'
    const session = await sessionAt(page, twice, { patience: 2_000 })
    session.seen = await takeSnapshot(session.page)
    await fillAtTarget(session, password, 'Password', 'x')
    await expect(session.page.locator('input').last()).toHaveValue('x')
  })
})

test('a screen that is a toast stays when the toast has gone, until something is pressed', async ({
  page,
}) => {
  const overrides = { 'check-your-email': { heading: { text: 'Recovery email sent' } } }
  const html = `<h1>Recover</h1><button onclick="send()">Send</button> <button>Resend email</button><script>
    const send = () => {
      const toast = Object.assign(document.createElement('p'), { textContent: 'Recovery email sent' })
      toast.setAttribute('role', 'alert')
      document.body.append(toast)
      setTimeout(() => toast.remove(), 200)
    }
  </script>`
  const session = await sessionAt(page, html, { overrides })
  const missing = async () => (await observeScreen(session, 'check-your-email')).missing
  const gone = ['the heading “Check Your Email” (here by text Recovery email sent)']
  await beginListening(session.page)
  expect(await missing()).toEqual(gone)
  await pressAtTarget(session, 'forgot-your-password', 'Send')
  await expect(session.page.getByRole('alert')).toHaveCount(0)
  expect(await missing()).toEqual([])
  await beginListening(session.page)
  expect(await missing()).toEqual([])
  await pressAtTarget(session, 'check-your-email', 'Resend email')
  expect(await missing()).toEqual(gone)
})

for (const [text, words] of [
  ['Sign in', '/^Sign in$/'],
  ['Sign in to the harbour, and bring your pass', "'Sign in'"],
])
  test(`a heading of the profile that is in the plain text “${text}” is named, with what to write`, async ({
    page,
  }) => {
    const overrides = { 'login-page': { heading: 'Sign in' } }
    const html = `<p>${text}</p><button>Log In</button>`
    const { missing } = await observeScreen(await sessionAt(page, html, { overrides }), 'login-page')
    expect(missing).toEqual([
      `the heading “Netwrix 1Secure” (here “Sign in”); “Sign in” is there as plain text: write heading: { text: ${words} }`,
    ])
  })

test('what is on another screen as well, as the name of the site is, is not named as a heading', async ({
  page,
}) => {
  const labels = { Configuration: { absent: 'none' } }
  const overrides = { 'login-page': { heading: 'Quiet Harbour' }, dashboard: { labels } }
  const dashboard = '<p>Quiet Harbour</p><h1>Dashboard</h1>'
  const session = await sessionAt(page, `${dashboard}<button>Log out</button>`, { overrides })
  expect((await observeScreen(session, 'dashboard')).missing).toEqual([])
  expect((await observeScreen(session, 'login-page')).missing[0]).toBe(
    'the heading “Netwrix 1Secure” (here “Quiet Harbour”)',
  )
})

test('a mail that nothing leads on from is named, with what to write', async ({ page }) => {
  const overrides = { 'login-page': { heading: 'Sign in' } }
  const session = await sessionAt(page, '<p>Sign in</p>', { overrides })
  session.shownMail = '<p>Sign in</p>'
  const [missing] = (await observeScreen(session, 'login-page')).missing
  expect(missing).toBe(
    'the heading “Netwrix 1Secure” (here “Sign in”); the mail is still open: say at screens["login-page"] by `open` how people get there without a link',
  )
})

for (const text of ['to the harbour', /^Sign in to/])
  test(`a screen that has no heading is recognised by the text ${text}`, async ({ page }) => {
    const overrides = { 'login-page': { heading: { text } } }
    const look = async (html: string) =>
      (await observeScreen(await sessionAt(page, html, { overrides }), 'login-page')).missing
    expect(await look('<p>Sign in to the harbour</p><button>Log In</button>')).toEqual([])
    expect(await look('<p>Sign in</p><button>Log In</button>')).toHaveLength(1)
  })

test.describe('a screen of which the profile leaves nothing that could be recognised', () => {
  const oneForm = { unneeded: 'one form' }
  const overrides = { 'login-page': { heading: false, labels: { 'Log In': oneForm } } } as const
  const isLoginPage = async (page: Page, html: string) => {
    const { missing } = await observeScreen(await sessionAt(page, html, { overrides }), 'login-page')
    return missing
  }

  test('is there where what comes next is', async ({ page }) => {
    const form = '<h1>Welcome</h1><label>Email address <input></label><button>Continue</button>'
    expect(await isLoginPage(page, form)).toEqual([])
  })

  test('is not any page', async ({ page }) => {
    const [missing] = await isLoginPage(page, '<h1>This site can’t be reached</h1>')
    expect(missing).toContain('what comes after “')
  })
})

test.describe('a screen that is known by a link alone', () => {
  const overrides = { 'login-page': { heading: false } } as const
  const link = '<a href="#">Log In</a>'
  const lookAt = async (page: Page, html: string, left?: string) => {
    const session = await sessionAt(page, html, { overrides })
    session.left = left
    return observeScreen(session, 'login-page')
  }

  test('is not the screen before, which has that link, too', async ({ page }) => {
    const before = `${link}<h1>Forgot Your Password?</h1><label>Email address <input></label><button>Continue</button>`
    expect(await lookAt(page, before, 'forgot-your-password')).toMatchObject({
      missing: ['anything but “Log In” that tells the screen “Netwrix 1Secure”'],
      sameAs: 'forgot-your-password',
    })
  })

  test('is there where the screen before has gone, or is the same', async ({ page }) => {
    expect((await lookAt(page, link, 'forgot-your-password')).missing).toEqual([])
    expect((await lookAt(page, link, 'login-page')).missing).toEqual([])
  })
})

test.describe('a screen that is absent, with a next one that is known by its heading alone', () => {
  const absent = 'the login opens at once'
  const heading = 'Quiet Harbour'
  const form = `<h1>${heading}</h1><label>New password <input></label><label>Re-enter new password <input></label>
    <button>Reset Password</button>`
  const lookAt = async (page: Page, html: string, signedIn?: string) => {
    const overrides = {
      'change-your-password': { heading },
      'account-activated': { absent, signedIn },
      'login-page': { heading, labels: { 'Log In': { unneeded: 'one form' } } },
    }
    const session = await sessionAt(page, html, { overrides }, { dashboardOpens: async () => false })
    session.left = 'change-your-password'
    return (await observeScreen(session, 'account-activated')).missing
  }

  test('was not passed while the screen before is there, which has that heading, too', async ({ page }) => {
    expect(await lookAt(page, form)).toEqual([
      expect.stringContaining('what comes after “Account Activated”'),
    ])
  })

  test('was passed where the screen before has gone', async ({ page }) => {
    expect(await lookAt(page, `<h1>${heading}</h1><button>Log In</button>`)).toEqual([])
  })

  test('was not passed at the entrance where it logs people in', async ({ page }) => {
    const entrance = `<h1>${heading}</h1><button>Log In</button>`
    expect(await lookAt(page, entrance, 'it logs people in')).toEqual([
      expect.stringContaining('what comes after “Account Activated”: a session'),
    ])
  })
})

test('without a heading, a field that only shows something does not make a screen', async ({ page }) => {
  const overrides = {
    [password]: { heading: false, labels: { Continue: { absent: 'it is sent at once' } } },
  } as const
  const seenOn = async (html: string) =>
    (await observeScreen(await sessionAt(page, html, { overrides }), password)).missing
  expect(await seenOn('<label>Password <input></label>')).toEqual([])
  expect(await seenOn('<label>Password <input disabled></label>')).toEqual(['the field “Password”'])
})

test('a documented button may be in a menu, which is closed again', async ({ page }) => {
  const menu = `<h1>Enter Your Password</h1><label>Password <input></label>
    <button aria-haspopup="menu" aria-expanded="false" onclick="
      this.ariaExpanded = String(this.ariaExpanded !== 'true')
      document.querySelector('div')?.remove()
      if (this.ariaExpanded === 'true') document.body.insertAdjacentHTML('beforeend', '<div role=menuitem>Continue</div>')
    ">More</button>`
  const session = await sessionAt(page, menu)
  expect((await observeScreen(session, password)).missing).toEqual([])
  await expect(session.page.getByRole('menuitem')).toHaveCount(0)
})
