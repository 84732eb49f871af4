import { describe, expect, it } from 'vitest'
import { isKnownHost } from './known-host.ts'

describe('the names that a server answers to', () => {
  it.each([
    ['localhost:4322', true],
    ['LOCALHOST', true],
    ['127.0.0.1:4322', true],
    ['[::1]:4322', true],
    ['192.168.1.20', true],
    ['tenant.example:8443', true],
    ['tenant.example.', true],
    ['evil.example', false],
    ['tenant.example.evil.example', false],
    ['localhost.evil.example', false],
    ['127.0.0.1.evil.example', false],
    ['127.0.0.1@evil.example', false],
    ['evil.example/localhost', false],
    ['', false],
    [undefined, false],
  ])('%s: %s', (host, isKnown) => {
    expect(isKnownHost(host, ['tenant.example'])).toBe(isKnown)
  })
})
