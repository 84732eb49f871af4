import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Browser, browser } from '../../mock-idp/clients/browser.ts'
import { signInAt } from '../../mock-idp/clients/sign-in.ts'
import { type MockIdp, startMockIdp } from '../../mock-idp/index.ts'
import { startMailbox } from '../mailbox/start-mailbox.ts'
import { keepMail } from '../tenant/keep-mail.ts'
import type { ProviderAccess } from '../tenant/provider-door.ts'
import { publish } from '../tenant/publish.ts'
import { type RunningTenant, startTenant } from '../tenant/start-tenant.ts'
import { eventsAfter } from '../tenant/store/events.ts'
import { openStore, type Store } from '../tenant/store/open-store.ts'
import { ControlClient } from '../tenant/testing/control-client.ts'
import { bring, leave } from '../tenant/testing/provider.ts'
import { Visitor } from '../tenant/testing/visitor.ts'
import { openDirectories } from './open-directories.ts'

const DAY = 24 * 60 * 60 * 1000

let idp: MockIdp
let store: Store
let mailbox: Awaited<ReturnType<typeof startMailbox>>
let tenant: RunningTenant

beforeAll(async () => {
  store = await openStore({ folder: ':memory:' })
  mailbox = await startMailbox({ port: 0, ...keepMail(store) })
  idp = await startMockIdp()
  const directories = openDirectories(idp, (sandbox, event) => publish(store, sandbox, event))
  tenant = await startTenant({
    port: 0,
    store,
    smtp: { host: '127.0.0.1', port: mailbox.port },
    allowedProviders: directories.origins,
    entraAuthority: idp.url,
    provider: directories,
  })
})
afterAll(async () => {
  await tenant.close()
  await idp.close()
  await mailbox.close()
  await store.close()
})

async function sandbox(given: string) {
  const control = await ControlClient.create(tenant.url, { given })
  const { id, url, email, provider } = control.made
  if (!provider) throw new Error('The sandbox has no provider.')
  return {
    control,
    email,
    provider,
    visitor: new Visitor(tenant.url, url),
    /** What was done, once that has happened. */
    deeds: (last: string) =>
      expect
        .poll(async () => {
          const events = await eventsAfter(store.db, id, 0)
          return events.flatMap((event) => (event.kind === 'did' ? [event.event] : []))
        })
        .toEqual(expect.arrayContaining([last])),
    events: () => eventsAfter(store.db, id, 0),
  }
}

const personOf = ({ user, password }: ProviderAccess) => ({ name: user, password })

async function logIn(box: Awaited<ReturnType<typeof sandbox>>, person: Browser) {
  const authorize = await leave(box.visitor, box.email)
  const { redirectUri } = box.provider
  const page = await signInAt(person, authorize.href, redirectUri, personOf(box.provider))
  return bring(box.visitor, redirectUri, { url: page.url })
}

describe('SSO with the sandbox’s own directory', () => {
  test('signed out: the stream tells the sign-in, the exchange and the token', async () => {
    const box = await sandbox('signed-out')
    expect((await logIn(box, browser())).screen).toBe('dashboard')
    await box.deeds('provider.right')
    const events = await box.events()
    const token = events.find((event) => event.kind === 'token' && event.use === 'idtoken')
    expect(token).toMatchObject({ claims: { preferred_username: box.provider.user } })
    const asked = events.filter((event) => event.kind === 'request' && event.at === 'provider')
    const askedBy = (path: string) =>
      asked.flatMap((event) => ('path' in event && event.path.includes(path) ? [event.by] : []))
    expect(askedBy('/oauth2/v2.0/authorize')).toContain('browser')
    expect(askedBy('/oauth2/v2.0/token')).toEqual(['tenant'])
    expect(JSON.stringify(events)).not.toContain(box.provider.password)
    expect(JSON.stringify(events)).not.toContain(box.provider.clientSecret)
  })

  test('signed in: the address that is answered signs in, and the provider asks for nothing', async () => {
    const box = await sandbox('signed-in')
    const person = browser()
    await person.open(box.provider.signInUrl)
    const authorize = await leave(box.visitor, box.email)
    const through = await person.open(authorize.href, box.provider.redirectUri)
    const seen = await bring(box.visitor, box.provider.redirectUri, { url: through.url })
    expect(seen.screen).toBe('dashboard')
  })

  test('consent missing: it is asked for, and told', async () => {
    const box = await sandbox('consent-missing')
    await logIn(box, browser())
    await box.deeds('consent.accept')
  })

  test('not added: known to the provider, turned away by the tenant', async () => {
    const box = await sandbox('not-added')
    const seen = await logIn(box, browser())
    expect(seen.says).toContain('not been added')
  })

  test('misbehaves towards one sandbox alone, as long as it is told to', async () => {
    const [box, other] = [await sandbox('signed-out'), await sandbox('signed-out')]
    const tell = (misbehaviour: string | null) =>
      box.control.call('/provider/misbehaviour', { method: 'PUT', body: JSON.stringify({ misbehaviour }) })
    expect((await tell('nonce-invalid')).status).toBe(204)
    expect((await logIn(box, browser())).says).toContain('didn’t pass our checks')
    expect((await logIn(other, browser())).screen).toBe('dashboard')
    await tell(null)
    expect((await logIn(box, browser())).screen).toBe('dashboard')
    const unknown = await tell('being-rude')
    expect(unknown.status).toBe(400)
    expect(await unknown.text()).toContain('being-rude')
  })

  test('lives in the sandbox’s time', async () => {
    const box = await sandbox('signed-out')
    await box.control.advance(30 * DAY)
    expect((await logIn(box, browser())).screen).toBe('dashboard')
    await box.control.advance(200 * DAY)
    await box.visitor.post('/log-out')
    expect((await logIn(box, browser())).says).toContain('didn’t pass our checks')
  })

  test('ends with the sandbox', async () => {
    const box = await sandbox('signed-out')
    const isThere = async () => (await (await box.control.call('')).json()).hasProvider
    expect(await isThere()).toBe(true)
    await box.control.call('', { method: 'DELETE' })
    expect((await fetch(`${box.provider.entra.issuer}/.well-known/openid-configuration`)).status).toBe(400)
  })
})

describe('the admin center', () => {
  test('tells what is done there, in the words of the flow', async () => {
    const box = await sandbox('cloud-administrator')
    const { entra, password, redirectUri } = box.provider
    const person = browser()
    await signInAt(person, entra.adminCenter, 'nowhere:', { name: entra.administrator, password })
    await person.open(`${entra.adminCenter}/applications`)
    await person.open(`${entra.adminCenter}/applications/new`)
    const form = { name: '1Secure', audience: 'AzureADMyOrg', platform: 'web' }
    const register = (redirect: string) =>
      person.post(`${entra.adminCenter}/applications/new`, { ...form, redirectUri: redirect })
    await register('http://elsewhere.example/callback')
    const overview = await register(redirectUri)
    await person.open(`${overview.url}/secrets`)
    await person.open(`${overview.url}/secrets/new`)
    await person.post(`${overview.url}/secrets/new`, { description: 'for 1Secure', days: '90' })
    await person.open(overview.url)
    await box.deeds('leave-secrets')
    const deeds = (await box.events()).flatMap((e) => (e.kind === 'did' ? [`${e.event} → ${e.screen}`] : []))
    const filled = ['name', 'account-types.this-directory', 'platform.web']
    const here = (deed: string) => `${deed} → register-an-application`
    expect(deeds).toEqual([
      'sign-in → entra-admin-center',
      'open-app-registrations → app-registrations',
      here('new-registration'),
      ...[...filled, 'redirect.http', 'register'].map(here),
      ...[...filled, 'redirect.documented'].map(here),
      'register → app-overview',
      'open-secrets → certificates-and-secrets',
      'new-secret → add-a-client-secret',
      'add-secret → certificates-and-secrets',
      'leave-secrets → app-overview',
    ])
  })
})
