import { describe, expect, it } from 'vitest'
import { rules } from './index.ts'

const guard = (url: string, addresses: string[], allowed: string[] = []) =>
  rules.guardOutgoing({ url: new URL(url), addresses, allowed })

describe('the way out', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    '::ffff:127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
  ])('does not lead to %s, even beside a public address', (address) => {
    expect(guard('https://login.example.com/', [address])).toContain('private network')
    expect(guard('https://login.example.com/', ['93.184.216.34', address])).toContain('private network')
  })

  it('leads to public addresses by TLS, and to allowed origins', () => {
    expect(guard('https://login.example.com/', ['93.184.216.34', '2606:2800:220:1::1'])).toBeUndefined()
    expect(guard('http://login.example.com/', ['93.184.216.34'])).toContain('https://')
    expect(guard('https://login.example.com/', [])).toContain('private network')
    expect(guard('http://localhost:4323/x', ['127.0.0.1'], ['http://localhost:4323'])).toBeUndefined()
    expect(guard('http://localhost:4324/x', ['127.0.0.1'], ['http://localhost:4323'])).toBeDefined()
  })
})

describe('the address of a provider', () => {
  it.each([
    '',
    'login',
    'ftp://login.example.com',
    'javascript:alert(1)',
    'https://a:b@login.example.com',
    'https://',
  ])('"%s" is none', (typed) =>
    expect(rules.readDiscoveryUrl(typed)).toMatchObject({ wrong: expect.stringContaining('address') }),
  )

  it('may be that of the metadata or of the provider', () => {
    const discoveryUrl = 'https://login.example.com/a/.well-known/openid-configuration'
    for (const typed of [discoveryUrl, ' https://login.example.com/a', 'https://login.example.com/a/'])
      expect(rules.readDiscoveryUrl(typed)).toEqual({ discoveryUrl })
  })

  it('is the issuer, letter by letter', () => {
    const discoveryUrl = 'https://login.example.com/a/.well-known/openid-configuration'
    expect(rules.checkIssuer({ discoveryUrl, issuer: 'https://login.example.com/a' })).toBeUndefined()
    for (const issuer of [
      'https://login.example.com/a/',
      'https://LOGIN.example.com/a',
      'https://evil.example',
    ])
      expect(rules.checkIssuer({ discoveryUrl, issuer })).toContain('issuer')
  })
})

describe('the person at the provider', () => {
  const tid = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'
  const iss = `https://login.example.com/${tid}/v2.0`

  it('of Entra is directory and object', () => {
    expect(rules.checkTenant({ iss, tid, oid: 'x' }, tid)).toBe(`${tid}/x`)
    expect(rules.checkTenant({ iss, tid, oid: 'x' }, null)).toBe(`${tid}/x`)
    expect(rules.checkTenant({ iss, tid, oid: 'x' }, 'another')).toBeUndefined()
    expect(rules.checkTenant({ iss, tid: 'another', oid: 'x' }, tid)).toBeUndefined()
    expect(rules.checkTenant({ iss, tid }, tid)).toBeUndefined()
  })

  it('is found by an address only where somebody vouches for it', () => {
    const email = 'Somebody@example.com'
    expect(rules.trustedEmail({ email, email_verified: true }, 'openid-connect')).toBe('somebody@example.com')
    expect(rules.trustedEmail({ email }, 'openid-connect')).toBeUndefined()
    expect(rules.trustedEmail({ email, email_verified: 'true' }, 'openid-connect')).toBeUndefined()
    const preferred_username = 'name@example.com'
    expect(rules.trustedEmail({ email, preferred_username }, 'entra-id')).toBe('name@example.com')
    expect(rules.trustedEmail({ email, preferred_username, xms_edov: true }, 'entra-id')).toBe(
      'somebody@example.com',
    )
  })

  it('whose way was refused is told why', () => {
    const said = (error: string, description?: string) => rules.explainRefusal({ error, description })
    expect(said('access_denied').message).toContain('cancelled')
    expect(said('access_denied', 'AADSTS65004: no.').message).toContain('declined')
    expect(said('server_error', 'Back in ten minutes').message).toContain('Back in ten minutes')
    expect(said('x', 'y'.repeat(5000)).message.length).toBeLessThan(400)
  })
})

describe('break-glass', () => {
  const able = (id: string) => ({ id, hasPassword: true, hasSecondFactor: true })

  it('is the preferred Administrator, or another who can', () => {
    expect(rules.chooseBreakGlass([able('a'), able('b')], 'b')).toBe('b')
    expect(rules.chooseBreakGlass([able('a'), { ...able('b'), hasSecondFactor: false }], 'b')).toBe('a')
    expect(rules.chooseBreakGlass([{ ...able('a'), hasPassword: false }], 'a')).toBeUndefined()
  })
})
