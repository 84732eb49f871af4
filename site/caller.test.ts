import { describe, expect, test } from 'vitest'
import { callerOf, networkOf, readTrustedProxies } from './caller.ts'

const asked = (remoteAddress: string, headers: Record<string, string> = {}, trusted?: string) =>
  callerOf(
    { socket: { remoteAddress } as never, headers },
    trusted === undefined ? undefined : readTrustedProxies(trusted),
  )

const forged = { 'x-forwarded-for': '198.51.100.1', 'x-forwarded-proto': 'https' }

describe('who asks', () => {
  test('is the machine at the other end, whatever it says of itself', () => {
    expect(asked('203.0.113.9', forged)).toEqual({ address: '203.0.113.9', scheme: undefined })
    expect(asked('203.0.113.9', forged, 'loopback')).toEqual({ address: '203.0.113.9', scheme: undefined })
    expect(asked('::ffff:203.0.113.9', forged, '0')).toEqual({ address: '203.0.113.9', scheme: undefined })
  })

  test('is who a trusted proxy was asked by, and how', () => {
    expect(asked('127.0.0.1', forged, '1')).toEqual({ address: '198.51.100.1', scheme: 'https' })
    expect(asked('::ffff:127.0.0.1', forged, 'loopback')).toEqual({
      address: '198.51.100.1',
      scheme: 'https',
    })
    expect(asked('127.0.0.1', {}, '1')).toEqual({ address: '127.0.0.1', scheme: undefined })
  })

  test('an address that was there before a trusted proxy added its own is not believed', () => {
    const headers = {
      'x-forwarded-for': '10.9.9.9, 198.51.100.1, 192.0.2.7',
      'x-forwarded-proto': 'https, http',
    }
    expect(asked('127.0.0.1', headers, '1')).toEqual({ address: '192.0.2.7', scheme: 'http' })
    expect(asked('127.0.0.1', headers, '2').address).toBe('198.51.100.1')
    expect(asked('127.0.0.1', headers, '127.0.0.1, 192.0.2.0/24').address).toBe('198.51.100.1')
    expect(asked('127.0.0.1', headers, '127.0.0.1').address).toBe('192.0.2.7')
  })

  test('what is no address is not believed', () => {
    expect(asked('127.0.0.1', { 'x-forwarded-for': 'unknown, <script>' }, '1').address).toBe('127.0.0.1')
    expect(asked('127.0.0.1', { 'x-forwarded-for': '[2001:db8::1]:4711' }, '1').address).toBe('2001:db8::1')
    expect(asked('127.0.0.1', { 'x-forwarded-for': '192.0.2.1:99' }, '1').address).toBe('192.0.2.1')
  })
})

test.each([
  '',
  'yes',
  'true',
  '10',
  '-1',
  '1.5',
  '10.0.0.1/33',
  '10.0.0.1/8/8',
  'proxy.example',
  '127.0.0.1,',
])('“%s” names no proxies', (typed) => {
  expect(readTrustedProxies(typed)).toBeUndefined()
})

test('a household is one network, however many addresses of IPv6 it has', () => {
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64')
  expect(networkOf('2001:db8::6')).toBe('2001:db8:0:0::/64')
  expect(networkOf('192.0.2.1')).toBe('192.0.2.1')
})
