import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { packs as bundled } from '@doorstep/machines'
import { describe, expect, test } from 'vitest'
import { CheckError } from '../../errors.ts'
import { loadProfile } from './load.ts'

const folder = mkdtempSync(join(tmpdir(), 'doorstep-profiles-'))
let count = 0

/** Writes a profile far away from Doorstep, as a user would have it. */
function write(source: string): string {
  const own = join(folder, String(count++))
  mkdirSync(own)
  const file = join(own, 'doorstep.config.ts')
  writeFileSync(file, source)
  return file
}

const load = (file: string) => loadProfile(file, mkdtempSync(join(folder, 'cache-')))

/** A profile that is right but for these keys. */
const but = (keys: string) =>
  write(`import { defineDeployment } from 'doorstep'
export default defineDeployment({
  name: 'Ours',
  url: 'https://login.example.com',
  givens: { invited: async () => ({ email: 'ada@example.com' }) },
  protectedPage: { path: '/home' },
  ${keys}
} as never)`)

async function sentenceOf(file: string) {
  const error: unknown = await load(file).catch((error: unknown) => error)
  expect(error).toBeInstanceOf(CheckError)
  const { code, message } = error as CheckError
  return { code, message: message.replaceAll(file, 'FILE') }
}

describe('a profile that cannot be read', () => {
  test.each<[string, () => string, RegExp]>([
    ['is not there', () => join(folder, 'none.ts'), /^There is no profile FILE: name the file/],
    ['is a folder', () => folder, /^The profile .* is a folder: name a file in it\.$/],
    [
      'has a syntax error',
      () =>
        write(
          "import { defineDeployment } from 'doorstep'\nexport default defineDeployment({\n  name: 'Ours'\n  url: ''\n})",
        ),
      /^The profile FILE cannot be read: line 4: Unexpected token, expected ","\.$/,
    ],
    [
      'imports a missing file',
      () => write("// no-such-package is not there\nimport { x } from 'no-such-package'\nexport default x"),
      /^The profile FILE cannot be read: line 2: Cannot find module 'no-such-package'\.$/,
    ],
    [
      'imports a file that is not there',
      () => write("\nexport { default } from './nothing.ts'"),
      /^The profile FILE cannot be read: line 2: Cannot find module '\.\/nothing\.ts'\.$/,
    ],
    [
      'imports a file with a syntax error',
      () => {
        const file = write("export { default } from './beside.ts'")
        writeFileSync(join(file, '../beside.ts'), '\n\nexport default {{')
        return file
      },
      /^The profile FILE cannot be read: line 3 of .*beside\.ts: Unexpected token\.$/,
    ],
    [
      'throws when it is loaded',
      () => write("throw new Error('set OURS_URL')"),
      /^The profile FILE cannot be loaded: set OURS_URL$/,
    ],
  ])('%s', async (_what, file, sentence) => {
    expect(await sentenceOf(file())).toEqual({
      code: 'profile-unreadable',
      message: expect.stringMatching(sentence),
    })
  })
})

describe('a profile that is not valid names the key, what was found and the fix', () => {
  test.each<[string, string]>([
    ['urls: []', 'urls is not known: choose among packs, values, name, url, start, '],
    ['url: "login.example.com"', 'url is "login.example.com", but must be an address such as "https://'],
    ['url: undefined', 'url is missing: it must be the address of the login page, such as "https://'],
    ['protectedPage: undefined', 'protectedPage is missing: it must be a page that only someone signed in'],
    ['name: 3', 'name is 3, but must be a text.'],
    ['name: /ours/', 'name is /ours/, but must be a text.'],
    ['flows: ["log-out"]', 'flows[0] is "log-out", but must be one of activate-account, log-in, '],
    ['capabilities: ["email"]', 'capabilities[0] is "email", but must be one of mailbox, clock, '],
    ['patience: "5s"', 'patience is "5s", but must be milliseconds, a whole number above 0.'],
    ['givens: { invite: async () => ({}) }', 'givens.invite is not known: choose among invited, activated, '],
    [
      'givens: { invited: true }',
      'givens.invited is true, but must be a function async (tools) => ({ email, … }).',
    ],
    ['mailbox: { kind: "pop3" }', 'mailbox is {"kind":"pop3"}, but must be a function async (email)'],
    ['mailbox: { kind: "imap", host: "x", user: "u" }', 'mailbox.password is missing: it must be a text.'],
    ['mailbox: { kind: "maildev", uri: "x" }', 'mailbox.url is missing: it must be an address such as'],
    ['mailedCode: "code is"', 'mailedCode is "code is", but must be a regular expression such as /code is'],
    ['mailedCode: /\\d+/', 'mailbox is missing: it must be where the mail with the code arrives.'],
    ['screens: { login: {} }', 'screens.login is not known: choose among nothing-open, invitation-mail, '],
    [
      'screens: { "login-page": { labels: { Login: "Sign in" } } }',
      'screens.login-page.labels.Login is not known: choose among Log In.',
    ],
    [
      'screens: { "login-page": { labels: { "Log In": { words: "Sign in" } } } }',
      'screens.login-page.labels["Log In"] is {"words":"Sign in"}, but must be the words that it has here, { role, name }',
    ],
    [
      'screens: { "login-page": { labels: { "Log In": { instead: async () => {} } } } }',
      'screens.login-page.labels["Log In"] is {"instead":"a function"}, but must be the words that it has here, ',
    ],
    [
      'screens: { "enter-your-password": { messages: { "wrong": "no" } } }',
      'screens.enter-your-password.messages.wrong is not known: choose among Wrong email or password, ',
    ],
    [
      'screens: { "account-activated": { heading: false } }',
      'screens.account-activated.heading is false, but must be',
    ],
    [
      'between: [{ when: "Stay signed in?" }]',
      'between[0] is {"when":"Stay signed in?"}, but must be a screen with a way past it',
    ],
    [
      'accept: { "log-in.9": "x" }',
      'accept["log-in.9"] is not known: take an id from a report, such as "activate-account.1".',
    ],
    ['accept: { "log-in.2": "" }', 'accept["log-in.2"] is "", but must be a text that is not empty.'],
    [
      'accept: { SES3: { reason: "x", until: "soon" } }',
      'accept.SES3.until is "soon", but must be a day such as "2027-03-31".',
    ],
    ['notHere: { "log-in/jump": "x" }', 'notHere["log-in/jump"] is not known: take an id'],
    ['provider: { kind: "mock-idp" }', 'provider.redirectUri is missing: it must be an address such as'],
    [
      'documented: { passwordLenght: 12 }',
      'documented.passwordLenght is not known: choose among mailFrom, passwordKinds, passwordKindCount,',
    ],
    [
      'documented: { idleTimeout: "1h" }',
      'documented.idleTimeout is "1h", but must be seconds, a whole number',
    ],
    ['documented: { userinfo: false }', 'documented.userinfo is false, but must be true, or left out'],
    ['pages: { clientSecret: { field: 3 } }', 'pages.clientSecret.field is 3, but must be the words'],
    ['frames: ["id.example.com"]', 'frames[0] is "id.example.com", but must be an address such as'],
    ['pages: { methods: { at: "/me" } }', 'pages.methods.add is missing: it must be a text'],
    ['clock: { forward: 3 }', 'clock.forward is not known: choose among now, advance.'],
  ])('%s', async (keys, sentence) => {
    const { code, message } = await sentenceOf(but(keys))
    expect(message).toContain(`In the profile FILE, ${sentence}`)
    expect(code).toBe('profile-invalid')
  })

  test('no default export', async () => {
    expect((await sentenceOf(write('export const x = 1'))).message).toBe(
      'The profile FILE has no default export: write "export default defineDeployment({ … })".',
    )
  })

  test('several mistakes: the first one, and the keys of the others', async () => {
    const { message } = await sentenceOf(but('patience: -1, name: ""'))
    expect(message).toMatch(/^In the profile FILE, name is "", but must be .* \(Also wrong: patience\.\)$/)
  })
})

test('a profile finds the files next to it, its own path, and its own packages', async () => {
  const file = but('url: address, freshAddress: () => import.meta.filename, patience')
  const beside = (path: string, source: string) => {
    mkdirSync(dirname(join(file, '..', path)), { recursive: true })
    writeFileSync(join(file, '..', path), source)
  }
  beside('address.ts', "export const address: string = await Promise.resolve('https://beside.example.com')")
  beside('node_modules/esm/package.json', '{ "type": "module", "exports": "./index.js" }')
  beside('node_modules/esm/index.js', 'export const seconds = 3')
  beside('node_modules/cjs/index.js', 'exports.inMs = (seconds) => seconds * 1000')
  const source = `import { basename } from 'node:path'
import { inMs } from 'cjs'
import { seconds } from 'esm'
import { address } from './address.ts'
const patience = inMs(seconds) + basename('').length
`
  writeFileSync(file, source + readFileSync(file, 'utf8'))
  const { deployment } = await load(file)
  expect(deployment).toMatchObject({ url: 'https://beside.example.com', patience: 3000 })
  expect(deployment.freshAddress?.('x')).toBe(file)
})

test('a profile outside imports our packages by name, and gets those that Doorstep runs with', async () => {
  const file = but('packs, freshAddress: () => startMockIdp.name')
  const ours =
    "import { packs } from '@doorstep/machines'\nimport { startMockIdp } from '@doorstep/mock-idp'\n"
  writeFileSync(file, ours + readFileSync(file, 'utf8'))
  const { deployment, packs } = await load(file)
  expect(packs[0]).toBe(bundled[0])
  expect(deployment.freshAddress?.('x')).toBe('startMockIdp')
})

test('the bundled tenant’s own profile is one like any other', async () => {
  const { deployment } = await load(join(import.meta.dirname, '../bundled/doorstep.config.ts'))
  expect(deployment.name).toBe('The bundled tenant')
})
