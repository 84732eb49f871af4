import { describe, expect, it } from 'vitest'
import { type Outgoing, OutgoingError } from '../sso/outgoing.ts'
import { checkIssuer, fetchDiscovery, readDiscoveryUrl } from './discovery.ts'

const issuer = 'https://login.example.com'

describe('the address of a provider', () => {
  it.each([
    '',
    'login',
    'ftp://login.example.com',
    'javascript:alert(1)',
    'https://a:b@login.example.com',
    'https://',
  ])('is not "%s"', (typed) =>
    expect(readDiscoveryUrl(typed)).toMatchObject({ wrong: expect.stringContaining('address') }),
  )

  it('can be the address of the metadata or of the provider', () => {
    const discoveryUrl = `${issuer}/a/.well-known/openid-configuration`
    for (const typed of [discoveryUrl, ` ${issuer}/a`, `${issuer}/a/`])
      expect(readDiscoveryUrl(typed)).toEqual({ discoveryUrl })
  })

  it('is the issuer, letter by letter', () => {
    const discoveryUrl = `${issuer}/a/.well-known/openid-configuration`
    expect(checkIssuer({ discoveryUrl, issuer: `${issuer}/a` })).toBeUndefined()
    for (const other of [`${issuer}/a/`, 'https://LOGIN.example.com/a', 'https://evil.example'])
      expect(checkIssuer({ discoveryUrl, issuer: other })).toContain('issuer')
  })

  it('of any directory of Entra is refused, with what to do', () => {
    const discoveryUrl = `${issuer}/common/v2.0/.well-known/openid-configuration`
    expect(checkIssuer({ discoveryUrl, issuer: `${issuer}/{tenantid}/v2.0` })).toContain('Directory')
  })
})

describe('the metadata of a provider', () => {
  const sound = { issuer, authorization_endpoint: `${issuer}/a`, jwks_uri: `${issuer}/k`, more: [1] }
  const answering =
    (body: string, status = 200): Outgoing =>
    async () =>
      new Response(body, { status })
  const failing =
    (error: Error): Outgoing =>
    async () => {
      throw error
    }

  it('are answered whole', async () => {
    expect(await fetchDiscovery(issuer, answering(JSON.stringify(sound)))).toEqual({ metadata: sound })
  })

  it.each([
    ['an error', answering(JSON.stringify(sound), 500), 'no OpenID provider'],
    ['a page', answering('<!doctype html>'), 'no OpenID metadata'],
    ['something else', answering('[]'), 'no OpenID provider'],
    ['no keys', answering(JSON.stringify({ ...sound, jwks_uri: undefined })), 'no OpenID provider'],
    [
      'a script as an endpoint',
      answering(JSON.stringify({ ...sound, authorization_endpoint: 'javascript:alert(1)' })),
      'no OpenID provider',
    ],
    ['nothing', failing(new OutgoingError('unreachable', 'no')), 'can’t reach'],
    ['a redirect', failing(new OutgoingError('redirected', 'no')), 'can’t reach'],
    [
      'a refusal by the tenant',
      failing(new OutgoingError('refused', 'a private network')),
      'a private network',
    ],
  ])('are refused where the address answers %s', async (_, outgoing, says) => {
    expect(await fetchDiscovery(issuer, outgoing)).toEqual({ wrong: expect.stringContaining(says) })
  })
})
