import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { startMockIdp } from '../../mock-idp/index.ts'
import { startMailbox } from '../../site/mailbox/start-mailbox.ts'
import { runProcess } from '../testing/run-process.ts'

const command = fileURLToPath(new URL('../doorstep.mjs', import.meta.url))
const example = fileURLToPath(new URL('../targets/example/doorstep.config.ts', import.meta.url))

const doctor = (...args: string[]) => runProcess(process.execPath, [command, 'doctor', ...args])

/** The profile of the example with something wrong. */
function wrong(change: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'doorstep-doctor-')), 'doorstep.config.ts')
  writeFileSync(file, `import example from '${example}'\nexport default { ...example, ${change} }`)
  return file
}

test('says that a check can be made', async () => {
  const { status, said } = await doctor('--config', example)
  expect(said).toMatch(/✓ Given “invited” of activate-account {2}arranged in \d/)
  expect(said).toContain('○ Provider  The profile has no `provider`')
  expect(said).toMatch(/✓ First page {2}http\S+ shows the screen “The portal”/)
  expect(said).toMatch(/✓ Protected page {2}http\S+\/home is closed/)
  expect(said).toMatch(
    /✓ Mail round trip {2}“The portal is waiting for you” from portal@\S+ came \S+ s after the account of “invited” was made/,
  )
  expect(said).toContain('Ready: npx doorstep check')
  expect(status).toBe(0)
})

test('says what is missing and what to do: an arrangement, a label, an address', async () => {
  const arrangement = await doctor(
    '--config',
    wrong("givens: { invited: async ({ ask }) => ask('/api/nothing') }"),
  )
  expect(arrangement.said).toMatch(
    /✗ Given “invited” of activate-account {2}The arrangement of “invited” .*404/,
  )
  expect(arrangement.status).toBe(2)
  const label = await doctor(
    '--config',
    wrong("patience: 2_000, screens: { ...example.screens, 'invitation-mail': { heading: 'The portal' } }"),
  )
  expect(label.said).toMatch(
    /✗ Given “invited”.*here “The portal”; the mailbox has “The portal is waiting for you”.*screens\["invitation-mail"\]/,
  )
  const address = await doctor('--config', wrong("start: undefined, url: 'http://localhost:4399/'"))
  expect(address.said).toMatch(
    /✗ Address {2}http:\/\/localhost:4399\/ does not answer: .*ECONNREFUSED.*\n\n1 to mend/,
  )
})

test('ends although a start that failed has left something open, and says where the profile is wrong', async () => {
  test.setTimeout(60_000)
  const { status, said } = await doctor(
    '--config',
    wrong('start: async () => { setInterval(() => {}, 1000); return { url: undefined.url } }'),
  )
  expect(said).toMatch(/✗ Start .*could not be started: .*undefined.* \(at doorstep\.config\.ts:2\)/)
  expect(status).toBe(2)
})

test('says that a protected page is open to everybody, and that the first page is an error page', async () => {
  test.setTimeout(300_000)
  const open = await doctor(
    '--config',
    wrong("protectedPage: { path: '/', opens: async ({ fetch }) => (await fetch('/')).ok }"),
  )
  expect(open.said).toMatch(
    /✗ Protected page {2}\S+ opens although nobody is logged in.*`protectedPage.path`/,
  )
  expect(open.status).toBe(2)
  const title = await doctor(
    '--config',
    wrong("screens: { ...example.screens, dashboard: { heading: 'The portal' } }"),
  )
  expect(title.said).toMatch(
    /✗ Protected page {2}The heading “The portal” is on the first page, too.*screens\["dashboard"\]\.heading/,
  )
  const shared = await doctor('--config', wrong("protectedPage: { path: '/' }"))
  expect(shared.said).toMatch(
    /✓ Protected page {2}\S+ is the login page, too; people who are logged in must see “Dashboard” there/,
  )
  const error = await doctor(
    '--config',
    wrong(
      "givens: { invited: async (tools) => ({ ...(await example.givens.invited(tools)), url: new URL('/join/none', tools.url).href }) }",
    ),
  )
  expect(error.said).toMatch(/✗ First page {2}\S+\/join\/none is an error page \(410\).*correct `url`/)
})

test('a profile that arranges nothing is not ready: nothing can be walked', async () => {
  const { status, said } = await doctor('--config', wrong('givens: {}'))
  expect(said).toContain('✗ Givens  Nothing can be walked: say in `givens` how an account is made.')
  expect(status).toBe(2)
})

test('has the deployment send a mail: by a person where no given begins with one, and says where none comes', {
  tag: '@long',
}, async () => {
  const bundled = fileURLToPath(new URL('../targets/bundled/doorstep.config.ts', import.meta.url))
  const sent = await doctor('--config', bundled, '--flow', 'reset-password')
  expect(sent.said).toMatch(
    /✓ Mail round trip {2}“Reset your password” from \S+ came \S+ s after “Ask for the mail with the registered address”/,
  )
  const elsewhere = await startMailbox({ port: 0, host: '127.0.0.1', onMail: async () => undefined })
  const smtp = JSON.stringify({ host: '127.0.0.1', port: elsewhere.port })
  const lost = await doctor(
    '--config',
    wrong(`patience: 2_000, mailbox: async () => [], start: () => example.start({ smtp: ${smtp} })`),
  )
  await elsewhere.close()
  expect(lost.said).toMatch(/✗ Mail round trip {2}.*a mail “.*the mailbox has no mail for the account/)
  expect(lost.status).toBe(2)
})

test('without a profile it says where one is looked for', async () => {
  const { status, said } = await doctor('--config', '/nowhere/doorstep.config.ts')
  expect(said).toContain('✗ Profile')
  expect(status).toBe(2)
})

test('takes a certificate that nobody here has signed only where the profile says so', {
  tag: '@long',
}, async () => {
  const idp = await startMockIdp({ https: { port: 0 } })
  const url = `${idp.secureUrl}/`
  const of = (more: string) =>
    `start: undefined, patience: 2_000, url: '${url}', ${more} givens: { invited: async ({ freshAddress }) => ({ email: freshAddress() }) }`
  const untrusted = await doctor('--config', wrong(of('')))
  expect(untrusted.said).toMatch(/✗ Address .*certificate is not trusted here: set `ignoreHTTPSErrors: true`/)
  const trusted = await doctor('--config', wrong(of('ignoreHTTPSErrors: true,')))
  expect(trusted.said).toMatch(/○ Address .* answers with 400/)
  expect(trusted.said).toMatch(/First page .*We can't sign you in/)
  await idp.close()
})

test('says that settings cannot be put back, and goes on', async () => {
  const { status, said } = await doctor(
    '--config',
    wrong("restore: async ({ ask }) => void (await ask('/settings'))"),
  )
  expect(said).toContain('✗ Restore  `restore` of the profile failed: ask is not a function')
  expect(said).toMatch(/Given “invited” of activate-account/)
  expect(status).toBe(2)
})
