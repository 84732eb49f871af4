import { expect, test } from 'vitest'
import { isPrivate } from './private-provider.ts'

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.31.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '::1',
  'fd00::1',
  'fe80::1',
])('%s is in a network of its own', (address) => expect(isPrivate(address)).toBe(true))

test.each(['93.184.216.34', '172.32.0.1', '2606:4700::1111'])('%s is public', (address) =>
  expect(isPrivate(address)).toBe(false),
)
