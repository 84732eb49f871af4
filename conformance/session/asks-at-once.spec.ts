import { expect, test } from '@playwright/test'
import { SessionControls } from './controls.ts'
import { sessionAt } from './testing/session-at.ts'

const screen = 'verify-with-security-key'
const labels = { 'Use security key': { unneeded: 'the browser asks at once' } }

/** Asks for a key as soon as it is there, and says what came of it. */
const page = `<h1>Verify Your Identity</h1><p id="said">Touch your key</p><script>
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const publicKey = {
    challenge: bytes, rp: { name: 'Keys' }, user: { id: bytes, name: 'ada', displayName: 'Ada' },
    pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
  }
  navigator.credentials.create({ publicKey })
    .then(() => { said.textContent = 'Touched' }, ({ name }) => { said.textContent = name })
</script>`

for (const [answer, said] of [
  ['touch', 'Touched'],
  ['cancel', 'NotAllowedError'],
] as const)
  test(`a page that asks for the key by itself waits until the person has decided: ${answer}`, async ({
    context,
    page: other,
  }) => {
    await context.route('http://localhost/', (route) =>
      route.fulfill({ contentType: 'text/html', body: page }),
    )
    const session = await sessionAt(other, '', { overrides: { [screen]: { labels } } })
    await session.page.goto('http://localhost/')
    await session.settling.settled(1_000)
    await expect(session.page.locator('#said')).toHaveText('Touch your key')
    await new SessionControls(session, screen).withKey(answer, async () => {})
    await expect(session.page.locator('#said')).toHaveText(said)

    // It is asked anew, by a page that was opened anew.
    session.key.rest()
    await session.page.goto('http://localhost/')
    await session.settling.settled(1_000)
    await expect(session.page.locator('#said')).toHaveText('Touch your key')
  })
