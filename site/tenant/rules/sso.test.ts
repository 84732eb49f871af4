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
    expect(said('access_denied', 'AADSTS65004: The user cancelled.').message).toContain('cancelled')
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

describe('a confirmation at the provider', () => {
  const issuedAt = Date.UTC(2026, 0, 15, 9)
  const seconds = issuedAt / 1000
  it.each([
    ['since then', seconds + 1, true],
    ['within the tolerance of clocks', seconds - 30, true],
    ['before', seconds - 31, false],
    ['nobody says when', undefined, false],
    ['in words', String(seconds), false],
  ])('is good for who signed in %s', (_, authTime, fresh) =>
    expect(rules.isFreshSignIn({ authTime, issuedAt })).toBe(fresh),
  )
})

describe('while SSO is in force', () => {
  it('a password is the way of one Administrator only', () => {
    expect(rules.mayUsePassword({ sso: false, isBreakGlass: false })).toBe(true)
    expect(rules.mayUsePassword({ sso: true, isBreakGlass: false })).toBe(false)
    expect(rules.mayUsePassword({ sso: true, isBreakGlass: true })).toBe(true)
  })

  it('that Administrator stays', () => {
    expect(rules.keepBreakGlass({ keeper: 'a', id: 'a' })).toContain('emergencies')
    expect(rules.keepBreakGlass({ keeper: 'a', id: 'b' })).toBeUndefined()
    expect(rules.keepBreakGlass({ keeper: undefined, id: 'b' })).toBeUndefined()
  })

  it('an account is linked once', () => {
    expect(rules.mayLinkIdentity({ linked: false })).toBe(true)
    expect(rules.mayLinkIdentity({ linked: true })).toBe(false)
  })
})

describe('when the way of logging in changes, a session', () => {
  const other = { isActing: false, isBreakGlass: false }
  it.each([
    ['by the provider in force', { ...other, by: 'https://a', inForce: 'https://a' }, true],
    ['by the provider before', { ...other, by: 'https://b', inForce: 'https://a' }, false],
    [
      'by a provider, where it isn’t known which is in force',
      { ...other, by: 'https://a', inForce: undefined },
      false,
    ],
    ['by password, where a provider is in force', { ...other, by: null, inForce: 'https://a' }, false],
    [
      'by password, of the emergency way',
      { by: null, inForce: 'https://a', isActing: false, isBreakGlass: true },
      true,
    ],
    ['by password, back at 1Secure Authentication', { ...other, by: null, inForce: null }, true],
    ['by a provider, back at 1Secure Authentication', { ...other, by: 'https://a', inForce: null }, false],
    [
      'by a provider before, of the emergency Administrator',
      { by: 'https://b', inForce: 'https://a', isActing: false, isBreakGlass: true },
      false,
    ],
    ['that changes it', { by: 'https://b', inForce: null, isActing: true, isBreakGlass: false }, true],
  ])('%s', (_, way, goesOn) => expect(rules.maySessionGoOn(way)).toBe(goesOn))
})

describe('the ids of an application', () => {
  const guid = '3F2504E0-4F89-41D3-9A0C-0305E82C3301'

  it('of Entra are GUIDs', () => {
    expect(rules.readClientId(` ${guid} `, 'entra-id')).toEqual({ clientId: guid })
    expect(rules.readClientId('an id', 'entra-id')).toMatchObject({ wrong: expect.stringContaining('GUID') })
    expect(rules.readClientId('an id', 'openid-connect')).toEqual({ clientId: 'an id' })
    for (const method of ['entra-id', 'openid-connect'] as const) {
      expect(rules.readClientId(' ', method)).toEqual({ wrong: 'Enter the Client ID' })
      expect(rules.readClientId('x'.repeat(256), method)).toMatchObject({
        wrong: expect.stringContaining('255'),
      })
    }
  })

  it('of its directory may be left out', () => {
    expect(rules.readDirectoryId('')).toEqual({ directoryId: null })
    expect(rules.readDirectoryId(guid)).toEqual({ directoryId: guid.toLowerCase() })
    expect(rules.readDirectoryId('harbour')).toMatchObject({ wrong: expect.stringContaining('GUID') })
  })
})
