import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { AuthenticatorApp } from '../../machines/devices/authenticator-app.ts'
import { scanPage } from '../page/scan.ts'
import { checkIn } from '../targets/check-in.ts'
import { startHub } from '../targets/ordinary-ways/hub.ts'
import { type RecordOptions, record } from './record.ts'

const inTargets = (name: string) => fileURLToPath(new URL(`../targets/${name}`, import.meta.url))
const password = 'violet harbour 27 lanterns'

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorstep-record-'))
})
test.afterEach(() => rmSync(folder, { recursive: true }))

const inFolder = (name: string) => join(folder, name)
const written = (name: string) => readFileSync(inFolder(name), 'utf8')

/** Walks by a robot in the place of a person; the rest is as the command does it. */
async function recorded(options: Omit<RecordOptions, 'signal' | 'say'>) {
  const said: string[] = []
  const lines = await record({
    ...options,
    signal: new AbortController().signal,
    say: (line) => said.push(line),
  })
  return { lines, said: [...said, ...lines].join('\n') }
}

/**
 * Checks with the profile of a target, but for its words: those are the recorded ones. It keeps its own for mails that were not seen,
 * and for messages: a walk without a mistake shows none.
 */
async function checkWith(profile: string, words: string, keep: readonly string[], ...args: string[]) {
  writeFileSync(
    inFolder('both.config.ts'),
    `import own from ${JSON.stringify(profile)}
import * as recorded from './${words}'
const { screens: words, between } = recorded.default ?? recorded
const kept = Object.entries(own.screens).filter(([id]) => ${JSON.stringify(keep)}.includes(id))
const screens = { ...words, ...Object.fromEntries(kept) }
for (const [id, { messages }] of Object.entries(own.screens)) if (messages) screens[id] = { ...screens[id], messages }
const notHere = { 'log-in/edit-email': 'nobody has walked there' }
const rest = { ...own, screens, between: between ?? [], notHere }
export default rest`,
  )
  const checked = await checkIn(folder, '--workers', '1', '--config', 'both.config.ts', ...args)
  const { flows, summary } = checked.result()
  return { flows, summary, stderr: checked.stderr }
}

const verdictsOf = (flows: Awaited<ReturnType<typeof checkWith>>['flows'], ids: readonly string[]) =>
  flows.flatMap(({ transitions }) =>
    transitions.flatMap(({ id, verdict }) => (ids.includes(id) ? `${id} ${verdict}` : [])),
  )

test('without a profile: one that says all that is called otherwise, and nothing that was typed', {
  tag: '@long',
}, async () => {
  test.setTimeout(300_000)
  const hub = await startHub({ smtp: { host: '127.0.0.1', port: 1 } })
  const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
  const email = 'somebody@example.com'
  const code = (await new AuthenticatorApp({ now: async () => Date.now() }, secret).right()) ?? ''
  try {
    await fetch(`${hub.url}/api/account`, {
      method: 'POST',
      body: JSON.stringify({ email, password, secret }),
    })
    const { said } = await recorded({
      url: `${hub.url}/?invitation=secret-token`,
      flow: 'log-in',
      out: inFolder('doorstep.config.ts'),
      robot: async (_, page) => {
        await page.getByText('Menu').click()
        await page.getByRole('link', { name: 'Sign in here' }).click()
        await page.getByLabel('Email').fill(email)
        await page.getByLabel('Password').fill(password)
        await page.getByRole('button', { name: 'Sign in' }).click()
        await page.getByLabel('Code').pressSequentially(code)
        await page.getByRole('heading', { name: 'Hub home' }).waitFor()
        // The menu is called as its person is.
        await page.getByText(email).click()
      },
    })
    const text = written('doorstep.config.ts')
    for (const typed of [email, password, code, 'secret-token']) expect(text + said).not.toContain(typed)
    expect(text).toContain("protectedPage: { path: '/#/home' }")
    expect(text).toContain("Continue: 'Sign in'")
    expect(text).toContain('// Not walked: log-in.5')
    expect(text).toContain('// Not seen: the mail “Welcome to Netwrix 1Secure”')
  } finally {
    await hub.close()
  }
  const walked = ['loginPage/log-in', 'emailAddress/email.registered', 'verifyByCode/code.right']
  const { flows, stderr } = await checkWith(
    inTargets('ordinary-ways/doorstep.config.ts'),
    'doorstep.config.ts',
    // The button to log out is in a menu that nobody opened.
    ['invitation-mail', 'dashboard'],
    ...['--flow', 'log-in', '--transition', 'verifyByCode/code.right'],
  )
  expect(verdictsOf(flows, walked), stderr).toEqual(walked.map((id) => `${id} passed`))
})

test('with a profile: its account and its mails are there, and the rest is written beside it', {
  tag: '@long',
}, async () => {
  test.setTimeout(300_000)
  const portal = inTargets('example/doorstep.config.ts')
  writeFileSync(
    inFolder('portal.config.ts'),
    `import own from ${JSON.stringify(portal)}
const { screens, between, accept, ...rest } = own
export default rest`,
  )
  const { said } = await recorded({
    config: inFolder('portal.config.ts'),
    flow: 'activate-account',
    out: inFolder('doorstep.recorded.ts'),
    robot: async (_, page) => {
      await page.getByRole('link', { name: 'Join the portal' }).click()
      await page.getByRole('button', { name: 'I will' }).click()
      await page.getByPlaceholder('Think of a passphrase').fill(password)
      await page.getByLabel('The same passphrase').fill(password)
      await page.getByTestId('join').click()
      await page.getByRole('link', { name: 'To the door' }).click()
      await page.getByRole('button', { name: 'Enter' }).waitFor()
    },
  })
  const text = written('doorstep.recorded.ts')
  expect(text + said).not.toContain(password)
  expect(text).toContain("{ when: 'House rules', press: 'I will' }")
  expect(text).not.toContain('Not walked')
  const walked = [
    'activated/go-to-log-in',
    'changePassword.blank/new-password.strong',
    'changePassword.chosen/re-enter.same',
    'changePassword.ready/reset-password',
    'mail/open-activation.button',
  ]
  const { flows, stderr } = await checkWith(
    portal,
    'doorstep.recorded.ts',
    [],
    ...['--flow', 'activate-account'],
  )
  expect(verdictsOf(flows, walked).sort(), stderr).toEqual(walked.map((id) => `${id} passed`))
})

test('where nothing is called otherwise, nothing is said; what is there is never overwritten', async () => {
  test.setTimeout(180_000)
  const options = {
    config: inTargets('bundled/doorstep.config.ts'),
    flow: 'log-in',
    given: 'activated',
    out: inFolder('recorded.ts'),
  }
  const { said } = await recorded({
    ...options,
    robot: async (_, page, arranged) => {
      if (!arranged) throw new Error('The profile has arranged no account.')
      const { account, clock } = arranged
      const press = (name: string) => page.getByText(name, { exact: true }).click()
      await press('Netwrix 1Secure tenant link')
      await page
        .getByRole('button', { name: 'Log In' })
        .or(page.getByRole('link', { name: 'Log In' }))
        .click()
      await page.getByLabel('Email address').fill(account.email)
      await page.getByRole('button', { name: 'Continue' }).click()
      await page.getByLabel('Password').fill(account.password)
      await page.getByRole('button', { name: 'Continue' }).click()
      await page.getByRole('button', { name: 'Google Authenticator' }).click()
      await page.getByRole('heading', { name: 'Secure Your Account' }).waitFor()
      const app = new AuthenticatorApp(clock)
      await expect(async () => {
        const shown = await scanPage(page)
        if (!shown) throw new Error('There is no QR code yet.')
        app.scan(shown)
      }).toPass()
      await page.getByLabel('Enter one time code').fill((await app.right()) ?? '')
      await page.getByRole('button', { name: 'Continue' }).click()
      await page.getByRole('heading', { name: 'Secure Your Account' }).waitFor({ state: 'hidden' })
    },
  })
  expect(said).toContain('Walked: log-in.1, log-in.2, log-in.3, log-in.4, log-in.5.')
  expect(written('recorded.ts')).toContain("export const screens: Deployment['screens'] = {}")
  await expect(recorded(options)).rejects.toThrow(/exists already, so nothing is recorded/)
})

test('an address that is none is refused before a browser opens', async () => {
  await expect(recorded({ url: 'login.example.com', out: inFolder('new.ts') })).rejects.toThrow(
    '--url is "login.example.com", but must be an address such as https://login.example.com.',
  )
})
