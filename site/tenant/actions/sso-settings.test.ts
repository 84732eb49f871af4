import { parse } from 'node-html-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SsoTenant, startSsoTenant } from '../testing/provider.ts'
import { Visitor } from '../testing/visitor.ts'

const GUID = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'
const SETTINGS = '/configuration/my-organization/settings'

let sso: SsoTenant
beforeAll(async () => {
  sso = await startSsoTenant()
})
afterAll(() => sso.close())

const OIDC = 'authentication-settings-openid-connect'
const fields = (id: string, discovery: string, secret = 'empty') =>
  `Method: OpenID Connect, Client ID: ${id}, Discovery url: ${discovery}, Directory (tenant) ID: empty, Client secret: ${secret}`

/** An Administrator of a fresh sandbox, at the pane. */
async function atPane(given = 'administrator') {
  const made = await sso.testTenant.sandbox({ given })
  const { visitor, session } = made
  visitor.cookies.set(session?.name ?? '', session?.value ?? '')
  const seen = await visitor.post('/configuration/my-organization/edit-settings')
  return { ...made, seen }
}

const issuerOf = async (kind: 'entra' | 'oidc') =>
  (await sso.idp.store.list()).filter((each) => each.kind === kind).map((each) => sso.idp.issuer(each))[0] ??
  ''

const oidc = (fields: Record<string, string>) => ({ do: 'save', method: 'OpenID Connect', ...fields })
const fieldAt = (html: string) => parse(html).querySelector('[aria-invalid]')?.getAttribute('name')

describe('the pane', () => {
  it('is for Administrators only', async () => {
    for (const given of ['editor', 'viewer']) {
      const { seen, visitor } = await atPane(given)
      expect(seen).toMatchObject({ status: 403, screen: 'managed-organizations' })
      expect((await visitor.post(SETTINGS, oidc({ 'client-id': 'x' }))).status).toBe(403)
    }
  })

  it('shows the fields of a method, with the address for the provider', async () => {
    const { seen, visitor, url } = await atPane()
    expect(seen.screen).toBe('authentication-settings')
    const entra = await visitor.post(SETTINGS, { do: 'choose', method: 'Entra ID' })
    expect(entra.screen).toBe('authentication-settings-entra-id')
    expect(entra.html).toContain(`${url}/login/callback`)
  })

  it('shows the same method when it is loaded again, also after a refusal', async () => {
    const { visitor } = await atPane()
    const form = { method: 'POST', body: new URLSearchParams({ do: 'choose', method: 'Entra ID' }) }
    const chosen = (await visitor.request(SETTINGS, form)).headers.get('location') ?? ''
    const entra = await visitor.open(new URL(chosen, visitor.origin).href)
    expect(entra).toMatchObject({ status: 200, screen: 'authentication-settings-entra-id' })
    const action = parse(entra.html).querySelector('form.settings')?.getAttribute('action') ?? ''
    const again = await visitor.open(new URL(action, visitor.origin).href)
    expect(again.screen).toBe('authentication-settings-entra-id')
    // Where an address names no method, it is the one in force.
    expect((await visitor.open(SETTINGS)).screen).toBe('authentication-settings')
  })

  it.each([
    ['', 'Client ID'],
    ['not-a-guid', 'GUID'],
  ])('refuses the Client ID "%s" of Entra', async (typed, says) => {
    const { visitor } = await atPane()
    const seen = await visitor.post(SETTINGS, { do: 'save', method: 'Entra ID', 'client-id': typed })
    expect(seen).toMatchObject({ status: 422, screen: 'authentication-settings-entra-id' })
    expect(seen.says).toContain(says)
    expect(fieldAt(seen.html)).toBe('client-id')
    expect((await visitor.open('/configuration/my-organization')).html).toContain('1Secure Authentication')
  })

  it('refuses a discovery address for what is wrong with it, and keeps what was typed', async () => {
    const { visitor, acts } = await atPane()
    const directory = (await sso.idp.store.list()).find((each) => each.kind === 'oidc')
    if (!directory) throw new Error('No generic directory')
    const tries: [string, string, string][] = [
      ['no address', 'address', 'malformed'],
      [`${sso.idp.url}/oidc/nobody`, 'reach', 'dead'],
      ['http://169.254.169.254/latest', 'address', 'dead'],
      ['https://127.0.0.1:1/x', 'can’t reach a provider', 'dead'],
      ['https://[::1]/x', 'can’t reach a provider', 'dead'],
      ['https://[::ffff:10.0.0.1]/x', 'can’t reach a provider', 'dead'],
      [sso.idp.issuer(directory, { misbehaviour: 'discovery-issuer-mismatch' }), 'issuer', 'other-issuer'],
      [`${sso.idp.url}/common/v2.0`, 'issuer', 'other-issuer'],
    ]
    for (const [address, says, which] of tries) {
      const seen = await visitor.post(SETTINGS, oidc({ 'client-id': 'an id', 'discovery-url': address }))
      expect(seen.status).toBe(422)
      expect(seen.says).toContain(says)
      expect(fieldAt(seen.html)).toBe('discovery-url')
      expect(parse(seen.html).querySelector('#discovery-url')?.getAttribute('value')).toBe(address)
      expect((await acts()).at(-1)).toBe(
        `${OIDC} · Save (${fields('registered', which)}) → ${OIDC} “${seen.says}”`,
      )
    }
  })

  it('saves, testTenant, never shows the secret, and leads back to 1Secure Authentication', async () => {
    const { visitor, acts, id } = await atPane()
    const values = {
      'client-id': 'an id',
      'discovery-url': await issuerOf('oidc'),
      'client-secret': 'a secret value',
    }
    const tested = await visitor.post(SETTINGS, oidc({ ...values, do: 'test' }))
    expect(tested).toMatchObject({ status: 200 })
    expect(tested.says).toContain('signing keys are there')
    const saved = await visitor.post(SETTINGS, oidc(values))
    expect(saved.screen).toBe('my-organization')
    expect(saved.html).toContain('OpenID Connect')
    const sent = fields('registered', 'right', 'any')
    expect((await acts()).slice(-2)).toEqual([
      `${OIDC} · Test connection (${sent}) → ${OIDC} “${tested.says.replace(/“.*”/, '“…”')}”`,
      `${OIDC} · Save (${sent}) → my-organization`,
    ])
    const again = await visitor.post('/configuration/my-organization/edit-settings')
    expect(again.screen).toBe('authentication-settings-openid-connect')
    expect(again.html).toContain('One is kept')
    for (const { html } of [tested, saved, again]) expect(html).not.toContain('a secret value')
    const kept = await sso.testTenant.store.db.selectFrom('sso_connections').selectAll().execute()
    const row = kept.find(({ sandbox_id }) => sandbox_id === id)
    expect(JSON.stringify(row)).not.toContain('a secret value')
    expect(sso.testTenant.store.vault.open(row?.sealed_secret ?? '', id)).toBe('a secret value')

    const back = await visitor.post(SETTINGS, { do: 'save', method: '1Secure Authentication' })
    expect(back.html).toContain('1Secure Authentication')
    expect((await acts()).at(-1)).toBe(
      'authentication-settings · Save (Method: 1Secure Authentication) → my-organization',
    )
  })

  it('forgets the secret when the provider or the Client ID is another', async () => {
    const { visitor, id } = await atPane()
    const fields = { 'client-id': 'an id', 'discovery-url': await issuerOf('oidc') }
    const sealed = async () =>
      (await sso.testTenant.store.db.selectFrom('sso_connections').selectAll().execute()).find(
        ({ sandbox_id }) => sandbox_id === id,
      )?.sealed_secret
    await visitor.post(SETTINGS, oidc({ ...fields, 'client-secret': 'a secret value' }))
    await visitor.post(SETTINGS, oidc(fields))
    expect(await sealed()).toBeTypeOf('string')
    await visitor.post(SETTINGS, oidc({ ...fields, 'client-id': 'another id' }))
    expect(await sealed()).toBeNull()
  })

  it('saves the Client ID of Entra alone, and finds the directory by the Administrator’s domain', async () => {
    const { visitor, email, id } = await atPane()
    const entra = { do: 'save', method: 'Entra ID', 'client-id': GUID }
    const rowOf = async () =>
      (await sso.testTenant.store.db.selectFrom('sso_connections').selectAll().execute()).find(
        ({ sandbox_id }) => sandbox_id === id,
      )
    expect((await visitor.post(SETTINGS, entra)).screen).toBe('my-organization')
    expect(await rowOf()).toMatchObject({ directory_id: null, discovery_url: null })

    const directory = (await sso.idp.store.list()).find((each) => each.kind === 'entra')
    if (!directory) throw new Error('No Entra directory')
    directory.domains.push(email.split('@')[1] ?? '')
    await sso.idp.store.put(directory)
    await visitor.post(SETTINGS, entra)
    expect(await rowOf()).toMatchObject({ directory_id: directory.id })
  })
})

describe('break-glass', () => {
  it('lets the Administrator who saved it in by password and second factor, and no one else', async () => {
    const { visitor, email, password = '', url } = await atPane()
    await visitor.post(SETTINGS, oidc({ 'client-id': 'an id', 'discovery-url': await issuerOf('oidc') }))
    const fresh = new Visitor(sso.testTenant.url, url)
    expect((await fresh.post('/log-in/email', { email })).screen).toBe('on-to-your-provider')
    await fresh.post('/log-in/email', { email, way: 'password' })
    expect((await fresh.post('/log-in/password', { password })).screen).toBe('verify-your-identity')
  })

  it('is a condition: without such an Administrator nothing is saved', async () => {
    const { visitor, id } = await atPane()
    await sso.testTenant.store.db.deleteFrom('authenticator_apps').execute()
    const seen = await visitor.post(
      SETTINGS,
      oidc({ 'client-id': 'an id', 'discovery-url': await issuerOf('oidc') }),
    )
    expect(seen).toMatchObject({ status: 422 })
    expect(seen.says).toContain('no one could log in')
    const rows = await sso.testTenant.store.db.selectFrom('sso_connections').select('sandbox_id').execute()
    expect(rows.map(({ sandbox_id }) => sandbox_id)).not.toContain(id)
  })
})
