import { decodeJwt } from 'jose'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { browser } from '../clients/browser.ts'
import { fixture, user } from '../clients/fixture.ts'
import { approveDevice } from '../clients/sign-in.ts'
import { makeApplication } from '../directory/make.ts'
import { type MockIdp, startMockIdp } from '../index.ts'
import { deviceGrant } from '../provider/client-metadata.ts'

let idp: MockIdp
const fixtures = { entra: fixture('entra'), oidc: fixture('oidc') }
const device = { displayName: 'Television', consentedForAll: true, appId: 'television' }
for (const { directory } of Object.values(fixtures))
  directory.applications.push(
    makeApplication(device),
    makeApplication({ displayName: 'Orders', identifierUris: ['api://orders'], scopes: ['Read'] }),
  )

beforeAll(async () => {
  idp = await startMockIdp({ directories: [fixtures.entra.directory, fixtures.oidc.directory] })
})
afterAll(() => idp.close())
afterEach(() => {
  for (const { directory } of Object.values(fixtures)) directory.clockOffset = 0
})

type Kind = keyof typeof fixtures

async function deviceAt(
  kind: Kind,
  credentials: Record<string, string> = { client_id: device.appId },
  headers: Record<string, string> = {},
) {
  const metadata = await (
    await fetch(`${idp.issuer(fixtures[kind].directory)}/.well-known/openid-configuration`)
  ).json()
  const post = async (endpoint: string, form: Record<string, string>) => {
    const body = new URLSearchParams({ ...credentials, ...form })
    const answer = await fetch(metadata[endpoint], { method: 'POST', body, headers })
    return { status: answer.status, body: await answer.json() }
  }
  return {
    ask: (scope = 'openid profile offline_access') => post('device_authorization_endpoint', { scope }),
    poll: (code: string) => post('token_endpoint', { grant_type: deviceGrant, device_code: code }),
  }
}

describe.each(['entra', 'oidc'] as const)('a device at %s', (kind) => {
  test('waits until its user has signed in elsewhere, and has tokens then, once', async () => {
    const { ask, poll } = await deviceAt(kind)
    const { body: asked } = await ask()
    expect((await poll(asked.device_code)).body).toMatchObject({ error: 'authorization_pending' })
    const page = await approveDevice(browser(), asked.verification_uri, asked.user_code, user)
    expect(page.html).toContain('You have signed in to Television on your device')
    const { status, body } = await poll(asked.device_code)
    expect(status).toBe(200)
    expect(decodeJwt(body.id_token)).toMatchObject({ preferred_username: user.name, aud: device.appId })
    expect(body.refresh_token).toBeTruthy()
    expect((await poll(asked.device_code)).status).toBe(400)
  })

  test.each([
    ['and names itself', (id: string): Record<string, string> => ({ client_id: id })],
    ['alone', (): Record<string, string> => ({})],
  ])('sends its secret as Basic credentials, %s', async (_what, named) => {
    const { application, secret } = fixtures[kind]
    const authorization = `Basic ${btoa(`${application.appId}:${secret}`)}`
    const { ask, poll } = await deviceAt(kind, named(application.appId), { authorization })
    const { status, body: asked } = await ask()
    expect(status).toBe(200)
    await approveDevice(browser(), asked.verification_uri, asked.user_code, user)
    expect((await poll(asked.device_code)).status).toBe(200)
  })

  test('with a secret has tokens too', async () => {
    const { application, secret } = fixtures[kind]
    const { ask, poll } = await deviceAt(kind, { client_id: application.appId, client_secret: secret })
    const { body: asked } = await ask()
    await approveDevice(browser(), asked.verification_uri, asked.user_code, user)
    expect((await poll(asked.device_code)).status).toBe(200)
  })

  test('learns that its code has expired', async () => {
    const { ask, poll } = await deviceAt(kind)
    const { body: asked } = await ask()
    fixtures[kind].directory.clockOffset = 16 * 60 * 1000
    expect((await poll(asked.device_code)).body.error).toBe('expired_token')
    const page = await approveDevice(browser(), asked.verification_uri, asked.user_code, user)
    expect(page.html).toContain('That code has expired')
  })

  test('learns that its user declined', async () => {
    const { ask, poll } = await deviceAt(kind)
    const { body: asked } = await ask()
    const page = await approveDevice(browser(), asked.verification_uri, asked.user_code, user, 'abort')
    expect(page.html).toContain('You cancelled the sign-in')
    const { body } = await poll(asked.device_code)
    expect(body.error).toBe(kind === 'entra' ? 'authorization_declined' : 'access_denied')
  })

  test('a code that nobody has is said to be wrong, in any case and without dashes a right one is not', async () => {
    const { ask } = await deviceAt(kind)
    const { body: asked } = await ask()
    const wrong = await approveDevice(browser(), asked.verification_uri, 'BBBBBBBB', user)
    expect(wrong.html).toContain('That code didn&#39;t work')
    const typed = asked.user_code.toLowerCase().replace('-', ' ')
    const right = await approveDevice(browser(), asked.verification_uri, typed, user)
    expect(right.html).toContain('You have signed in')
  })

  test('an API is asked for as at a sign-in', async () => {
    const { ask, poll } = await deviceAt(kind)
    if (kind === 'oidc') return
    const { body: asked } = await ask('openid api://orders/Read')
    await approveDevice(browser(), asked.verification_uri, asked.user_code, user)
    expect(decodeJwt((await poll(asked.device_code)).body.access_token)).toMatchObject({ scp: 'Read' })
    expect((await ask('openid api://nothing/Read')).body.error_description).toContain('AADSTS500011: ')
  })
})

test('an address with the code fills the field, and signs no one in by itself', async () => {
  const { ask } = await deviceAt('oidc')
  const { body } = await ask()
  const page = await browser().open(body.verification_uri_complete)
  expect(page.html).toContain(`value="${body.user_code}"`)
  expect(page.html).toContain('<h1>Enter code</h1>')
})

test('a form of a session that is over begins again, with the code filled in', async () => {
  const { ask } = await deviceAt('oidc')
  const { body } = await ask()
  const page = await browser().post(body.verification_uri, { otc: body.user_code, xsrf: 'old' })
  expect(page.status).toBe(200)
  expect(page.html).toContain(`value="${body.user_code}"`)
  expect((await browser().open(`${body.verification_uri}/unknown`)).html).toContain('<h1>Enter code</h1>')
})

test.each(['entra', 'oidc'] as const)(
  '%s: a person who may not use the application reads so',
  async (kind) => {
    const { directory } = fixtures[kind]
    const television = directory.applications.find(({ appId }) => appId === device.appId)
    if (!television) throw new Error('there is no television')
    const person = browser()
    const first = await (await deviceAt(kind)).ask()
    await approveDevice(person, first.body.verification_uri, first.body.user_code, user)
    television.assignmentRequired = true
    const { ask, poll } = await deviceAt(kind)
    const { body } = await ask()
    const page = await approveDevice(person, body.verification_uri, body.user_code, user)
    television.assignmentRequired = false
    expect(page.html).toContain('is not assigned to the application')
    expect((await poll(body.device_code)).status).toBe(400)
  },
)

test('a tenant answers as Entra does', async () => {
  const { ask, poll } = await deviceAt('entra')
  const { body } = await ask()
  expect(body).toEqual({
    device_code: expect.any(String),
    user_code: expect.stringMatching(/^[A-Z]{9}$/),
    verification_uri: `${idp.url}/${fixtures.entra.directory.id}/oauth2/deviceauth`,
    expires_in: 900,
    interval: 5,
    message: expect.stringContaining(body.user_code),
  })
  expect((await poll(body.device_code)).body.error_description).toContain('AADSTS70016: ')
  expect((await poll('unknown')).body).toMatchObject({ error: 'bad_verification_code', error_codes: [70018] })
})

test.each(['entra', 'oidc'] as const)('%s: how often a device may ask is a setting', async (kind) => {
  const { directory } = fixtures[kind]
  const { ask } = await deviceAt(kind)
  expect((await ask()).body.interval).toBe(5)
  directory.devicePollSeconds = 1
  expect((await ask()).body.interval).toBe(1)
  delete directory.devicePollSeconds
})

test('a tenant wants the secret of a confidential application for the token, not for the codes', async () => {
  const { application } = fixtures.entra
  const { ask, poll } = await deviceAt('entra', { client_id: application.appId })
  const { status, body } = await ask()
  expect(status).toBe(200)
  expect((await poll(body.device_code)).body.error_description).toContain('AADSTS7000218: ')
})
