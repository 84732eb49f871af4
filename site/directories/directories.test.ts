import { type MockIdp, startMockIdp } from '@doorstep/mock-idp'
import { parse } from 'node-html-parser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Browser, browser } from '../../mock-idp/clients/browser.ts'
import { signInAt } from '../../mock-idp/clients/sign-in.ts'
import { startMailbox } from '../mailbox/start-mailbox.ts'
import { keepMail } from '../tenant/keep-mail.ts'
import type { ProviderAccess } from '../tenant/provider-door.ts'
import { publish } from '../tenant/publish.ts'
import { type RunningTenant, startTenant } from '../tenant/start-tenant.ts'
import { findAccountByEmail } from '../tenant/store/accounts.ts'
import { eventsAfter } from '../tenant/store/events.ts'
import { openStore, type Store } from '../tenant/store/open-store.ts'
import { addUser } from '../tenant/store/users.ts'
import { actLine } from '../tenant/testing/act-line.ts'
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
  const directories = await openDirectories(idp, (sandbox, event) => publish(store, sandbox, event))
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
    /** The acts in the stream, each in one line, as soon as this one is there. */
    acts: async (last: string) => {
      let acts: string[] = []
      await expect
        .poll(async () => {
          const events = await eventsAfter(store.db, id, 0)
          acts = events.flatMap((event) => (event.kind === 'act' ? [actLine(event)] : []))
          return acts
        })
        .toContain(last)
      return acts
    },
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

const SENT_EMAIL = 'email-address · Continue (Email address: registered)'
const signIn = (email = 'registered', password = 'right') =>
  `at provider: provider-login · Sign in (Email: ${email}, Password: ${password})`

describe('SSO with the sandbox’s own directory', () => {
  test('signed out: the stream tells the sign-in, the exchange and the token', async () => {
    const box = await sandbox('signed-out')
    expect((await logIn(box, browser())).screen).toBe('dashboard')
    expect(await box.acts(signIn())).toEqual([SENT_EMAIL, signIn(), 'return → dashboard'])
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

  test('consent missing: it is asked for, and published', async () => {
    const box = await sandbox('consent-missing')
    await logIn(box, browser())
    await box.acts('at provider: provider-consent · Accept')
  })

  test('not added: known to the provider, refused by the tenant', async () => {
    const box = await sandbox('not-added')
    const seen = await logIn(box, browser())
    expect(seen.says).toContain('not been added')
    expect(await box.acts(`return → login-page “${seen.says}”`)).toContain(signIn())
  })

  test('added later: every act of this person is marked as an added user’s', async () => {
    const box = await sandbox('signed-out')
    const { colleague, password, redirectUri } = box.provider
    const first = await findAccountByEmail(store.db, box.control.made.id, box.email)
    if (!first) throw new Error('The sandbox has no user.')
    await addUser(store.db, { ...first, id: 'colleague', handle: 'colleague', email: colleague })
    const authorize = await leave(box.visitor, colleague)
    const page = await signInAt(browser(), authorize.href, redirectUri, { name: colleague, password })
    await bring(box.visitor, redirectUri, { url: page.url })
    expect(await box.acts(`invited: ${signIn()}`)).toEqual([
      `invited: ${SENT_EMAIL}`,
      `invited: ${signIn()}`,
      'invited: return → dashboard',
    ])
  })

  test.each(['entra', 'oidc'] as const)(
    'refused at the provider: the stream has the reason, and not what was typed: %s',
    async (kind) => {
      const box = await sandbox('signed-out')
      const { provider, control } = box
      if (kind === 'oidc')
        await store.db
          .updateTable('sso_connections')
          .set({ method: 'openid-connect', discovery_url: provider.oidc.discoveryUrl, directory_id: null })
          .where('sandbox_id', '=', control.made.id)
          .execute()
      const person = browser()
      const page = await person.open((await leave(box.visitor, box.email)).href)
      const typed = { name: provider.user, password: 'certainly not the password' }
      const tell = async (entries: Record<string, string>) => {
        const { html } = await person.post(page.url, entries)
        return parse(html).querySelector('[role=alert]')?.text ?? ''
      }
      const wrong = await tell({ do: 'password', ...typed })
      expect(wrong).toContain('password')
      await box.acts(`${signIn('registered', 'wrong')} → provider-login “${wrong}”`)
      const nobody = { ...typed, name: 'nobody.at.all@elsewhere.example' }
      const unknown = await tell({ do: kind === 'entra' ? 'name' : 'password', ...nobody })
      const text = unknown.replace(nobody.name, '…')
      const acts = await box.acts(`${signIn('unknown', 'wrong')} → provider-login “${text}”`)
      expect(acts.join()).not.toContain('nobody.at.all')
    },
  )

  test('misbehaves towards one sandbox alone, until it is told to stop', async () => {
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

  test('uses the sandbox’s time', async () => {
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

const at = (act: string) => `at admin-center: ${act}`

/** A person with a browser in the admin center of a sandbox. */
async function inAdminCenter() {
  const box = await sandbox('cloud-administrator')
  const { entra, password } = box.provider
  const person = browser()
  await signInAt(person, entra.adminCenter, 'nowhere:', { name: entra.administrator, password })
  return {
    ...box,
    open: (path: string) => person.open(`${entra.adminCenter}${path}`),
    send: (path: string, form: Record<string, string>) => person.post(`${entra.adminCenter}${path}`, form),
    below: (url: string) => url.replace(entra.adminCenter, ''),
  }
}

const saidIn = ({ html }: { html: string }) => parse(html).querySelector('[role=alert]')?.text ?? ''

const THIS_DIRECTORY = 'Accounts in this organizational directory only'
const filled = { name: 'The app of our tenant', audience: 'AzureADMyOrg', platform: 'web' }

/** The form in which an application is registered, in one line. */
function register({ name = 'any', types = THIS_DIRECTORY, platform = 'Web', redirect = 'documented' }) {
  const fields = `Name: ${name}, Supported account types: ${types}, Platform: ${platform}`
  return at(`register-an-application · Register (${fields}, Redirect URI (optional): ${redirect})`)
}

describe('the admin center', () => {
  test('tells what is done there, page by page, and no reload', async () => {
    const box = await inAdminCenter()
    await box.open('/applications')
    await box.open('/applications')
    await box.open('/applications/new')
    const overview = await box.send('/applications/new', { ...filled, redirectUri: box.provider.redirectUri })
    const app = box.below(overview.url)
    await box.open(`${app}/secrets`)
    await box.open(`${app}/secrets/new`)
    await box.send(`${app}/secrets/new`, { description: 'for 1Secure', days: '90' })
    await box.open(app)
    await box.open('/applications')
    await box.open(app)
    await box.open('')
    const acts = await box.acts(at('visit admin-center → entra-admin-center'))
    expect(acts).toEqual([
      at('entra-sign-in · Sign in (Email: registered, Password: right) → entra-admin-center'),
      at('entra-admin-center · App registrations → app-registrations'),
      at('app-registrations · New registration → register-an-application'),
      `${register({})} → app-overview`,
      at('app-overview · Certificates & secrets → certificates-and-secrets'),
      at('certificates-and-secrets · New client secret → add-a-client-secret'),
      at('add-a-client-secret · Add (Description: any, Expires: 90 days) → certificates-and-secrets'),
      at('certificates-and-secrets · Overview → app-overview'),
      at('app-overview · App registrations → app-registrations'),
      at('app-registrations → app-overview'),
      at('visit admin-center → entra-admin-center'),
    ])
  })

  test.each([
    ['without a name', { name: ' ' }, { name: 'empty', redirect: 'empty' }],
    ['without https', { redirectUri: 'http://elsewhere.example/x' }, { redirect: 'http' }],
    ['with an invalid address', { redirectUri: 'not an address' }, { redirect: 'other' }],
    [
      'without a platform',
      { platform: '', redirectUri: 'https://elsewhere.example/x' },
      { platform: 'Select a platform', redirect: 'other' },
    ],
  ])('tells why a registration %s is refused, but not what was typed', async (_, typed, symbols) => {
    const box = await inAdminCenter()
    const said = saidIn(await box.send('/applications/new', { ...filled, ...typed }))
    expect(said).not.toBe('')
    const text = said.replace('not an address', '…')
    await box.acts(`${register(symbols)} → register-an-application “${text}”`)
  })

  test('holds the documented address to be documented, as it does the sandbox’s own', async () => {
    const box = await inAdminCenter()
    const redirectUri = 'https://auth.netwrix.com/login/callback'
    await box.send('/applications/new', { ...filled, redirectUri })
    await box.acts(`${register({})} → app-overview`)
  })

  test('tells when the redirect address is added afterwards', async () => {
    const box = await inAdminCenter()
    const { url } = await box.send('/applications/new', { ...filled, platform: '', redirectUri: '' })
    const page = `${box.below(url)}/authentication`
    await box.open(page)
    const rest = `ID tokens (used for implicit and hybrid flows): empty, Front-channel logout URL: empty, Supported account types: ${THIS_DIRECTORY}`
    const save = (symbols: string) => at(`app-authentication · Save (Redirect URIs: ${symbols}, ${rest})`)
    const said = saidIn(await box.send(page, { ...filled, web: 'http://elsewhere.example/x' }))
    await box.acts(`${save('http')} → app-authentication “${said}”`)
    await box.send(page, { ...filled, web: box.provider.redirectUri })
    const acts = await box.acts(`${save('documented')} → app-authentication`)
    expect(acts).toContain(at('app-overview · Authentication → app-authentication'))
  })

  test('names options as its pages do', async () => {
    const box = await inAdminCenter()
    const { html } = await box.open('/applications/new')
    const options = parse(html)
      .querySelectorAll('option, label.check')
      .map((each) => each.text.trim())
    const begins = (label: string) => options.some((option) => option.startsWith(label))
    const types = [
      ['AzureADMyOrg', THIS_DIRECTORY],
      ['AzureADMultipleOrgs', 'Accounts in any organizational directory'],
      [
        'AzureADandPersonalMicrosoftAccount',
        'Accounts in any organizational directory and personal accounts',
      ],
      ['PersonalMicrosoftAccount', 'Personal accounts only'],
    ] as const
    for (const [audience, label] of types) {
      expect(begins(label), label).toBe(true)
      await box.send('/applications/new', { ...filled, audience, platform: 'spa', redirectUri: '' })
      const symbols = { types: label, platform: 'Single-page application', redirect: 'empty' }
      await box.acts(`${register(symbols)} → app-overview`)
    }
    expect(begins('Single-page application')).toBe(true)
  })

  test('lets in administrators only, and says who was not', async () => {
    const box = await sandbox('cloud-administrator')
    const { entra, password, colleague } = box.provider
    await signInAt(browser(), entra.adminCenter, 'nowhere:', { name: colleague, password })
    await box.acts(`invited: ${at('entra-sign-in · Sign in (Email: unknown, Password: right)')}`)
  })
})

test('directories that the provider kept are open again after a restart, with what was registered', async () => {
  const box = await sandbox('signed-out')
  const { id } = box.control.made
  const entra = (await idp.store.list()).find(({ kind, realm }) => kind === 'entra' && realm === id)
  // As a store answers it: a copy without anything of this process.
  const kept = JSON.parse(JSON.stringify(await idp.store.list()))
  const restarted = await startMockIdp({ directories: kept })
  const directories = await openDirectories(restarted, async () => {})
  expect(directories.isOpen(id)).toBe(true)
  expect(directories.registered(id)?.clientId).toBe(entra?.applications.at(-1)?.appId)
  await directories.setClock(id, DAY)
  expect((await restarted.store.get(entra?.id ?? ''))?.clockOffset).toBe(DAY)
  await directories.close(id)
  expect(await restarted.store.get(entra?.id ?? '')).toBeUndefined()
  await restarted.close()
})
