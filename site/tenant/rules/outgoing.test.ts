import { expect, it } from 'vitest'
import { guardOutgoing } from './outgoing.ts'

const PUBLIC = '93.184.216.34'

const guard = (url: string, addresses: string[], allowed: string[] = []) =>
  guardOutgoing({ url: new URL(url), addresses, allowed })

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
])('%s is not reached, even next to a public address', (address) => {
  expect(guard('https://login.example.com/', [address])).toContain('can’t reach a provider')
  expect(guard('https://login.example.com/', [PUBLIC, address])).toContain('can’t reach a provider')
})

it('public addresses are reached by TLS only', () => {
  expect(guard('https://login.example.com/', [PUBLIC, '2606:2800:220:1::1'])).toBeUndefined()
  expect(guard('http://login.example.com/', [PUBLIC])).toContain('https://')
})

it('a name without an address is not reached', () => {
  expect(guard('https://login.example.com/', [])).toContain('can’t reach a provider')
})

it('an allowed origin is reached at any address, and no other port of its host', () => {
  const allowed = ['http://localhost:4323']
  expect(guard('http://localhost:4323/x', ['127.0.0.1'], allowed)).toBeUndefined()
  expect(guard('http://localhost:4324/x', ['127.0.0.1'], allowed)).toBeDefined()
})

it('a name of the private network looks like one that there isn’t', () => {
  for (const scheme of ['https', 'http'])
    expect(guard(`${scheme}://db.internal/`, ['10.0.0.1'])).toBe(guard(`${scheme}://nothing.internal/`, []))
})
