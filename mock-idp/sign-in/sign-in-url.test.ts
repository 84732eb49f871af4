import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browser } from '../clients/browser.ts'
import { fixture, redirectUri } from '../clients/fixture.ts'
import { type MockIdp, startMockIdp } from '../index.ts'

let idp: MockIdp
const fixtures = { entra: fixture('entra'), oidc: fixture('oidc') }

beforeAll(async () => {
  idp = await startMockIdp({ directories: [fixtures.entra.directory, fixtures.oidc.directory] })
})
afterAll(() => idp.close())

describe.each([
  { kind: 'entra', mount: `/${fixtures.entra.directory.id}`, authorize: '/oauth2/v2.0/authorize' },
  { kind: 'oidc', mount: '/oidc/harbour', authorize: '/authorize' },
] as const)('an address of $kind', (at) => {
  const { directory, application } = fixtures[at.kind]
  const [first] = directory.users
  const authorizeUrl = () =>
    `${idp.url}${at.mount}${at.authorize}?${new URLSearchParams({
      client_id: application.appId,
      response_type: 'code',
      redirect_uri: redirectUri,
      scope: 'openid',
    })}`

  test('signs a user in without a page, and applications then ask for nothing', async () => {
    if (!first) throw new Error('The fixture has no user.')
    const person = browser()
    const page = await person.open(idp.signInUrl(directory, first))
    expect(page.url).toBe(`${idp.url}${at.mount}/account`)
    expect(page.html).toContain(first.userPrincipalName)
    const through = await person.open(authorizeUrl(), redirectUri)
    expect(new URL(through.url).searchParams.has('code')).toBe(true)
  })

  test('works once', async () => {
    if (!first) throw new Error('The fixture has no user.')
    const url = idp.signInUrl(directory, first)
    await browser().open(url)
    expect((await browser().open(url)).html).toContain('<h1>Sign in')
  })

  test('an address without a ticket of ours signs no one in', async () => {
    if (!first) throw new Error('The fixture has no user.')
    const url = new URL(idp.signInUrl(directory, first))
    url.searchParams.set('ticket', 'made-up')
    expect((await browser().open(url.href)).html).toContain('<h1>Sign in')
  })
})
