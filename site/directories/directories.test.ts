import { startMockIdp } from '@doorstep/mock-idp'
import { parse } from 'node-html-parser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Browser, browser } from '../../mock-idp/clients/browser.ts'
import { signInAt } from '../../mock-idp/clients/sign-in.ts'
import type { ProviderAccess } from '../tenant/provider-door.ts'
import { findAccountByEmail } from '../tenant/store/accounts.ts'
import { addUser } from '../tenant/store/users.ts'
import { bring, leave } from '../tenant/testing/provider.ts'
import { openDirectories } from './open-directories.ts'
import { type Box, type Parties, startParties } from './testing/start-parties.ts'

const DAY = 24 * 60 * 60 * 1000

let parties: Parties
beforeAll(async () => {
  parties = await startParties()
})
afterAll(() => parties.close())

const sandbox = (given: string) => parties.sandbox(given)

const personOf = ({ user, password }: ProviderAccess) => ({ name: user, password })

async function logIn(box: Box, person: Browser) {
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
    const first = await findAccountByEmail(parties.store.db, box.control.made.id, box.email)
    if (!first) throw new Error('The sandbox has no user.')
    await addUser(parties.store.db, { ...first, id: 'colleague', handle: 'colleague', email: colleague })
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
        await parties.store.db
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

  test('misbehaves towards one sandbox alone, until that is switched off', async () => {
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

test('directories that the provider kept are open again after a restart, with what was registered', async () => {
  const box = await sandbox('signed-out')
  const { id } = box.control.made
  const entra = (await parties.idp.store.list()).find(({ kind, realm }) => kind === 'entra' && realm === id)
  // As a store answers it: a copy without anything of this process.
  const kept = JSON.parse(JSON.stringify(await parties.idp.store.list()))
  const restarted = await startMockIdp({ directories: kept })
  const directories = openDirectories(restarted, async () => {})
  expect(await directories.isOpen(id)).toBe(true)
  expect((await directories.registered(id))?.clientId).toBe(entra?.applications.at(-1)?.appId)
  await directories.setClock(id, DAY)
  expect((await restarted.store.get(entra?.id ?? ''))?.clockOffset).toBe(DAY)
  await directories.close(id)
  expect(await restarted.store.get(entra?.id ?? '')).toBeUndefined()
  await restarted.close()
})
