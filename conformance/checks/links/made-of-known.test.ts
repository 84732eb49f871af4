import { createHash, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { madeOfKnown } from './made-of-known.ts'

const moment = { from: 1_795_818_000_000, to: 1_795_818_002_000 }
const made = (token: string) => madeOfKnown(token, 'kim@example.com', [moment])
const hash = (algorithm: string, text: string) => createHash(algorithm).update(text)

test.each([
  ['the time in milliseconds', hash('sha256', '1795818001234').digest('hex')],
  ['the time in seconds, in capitals', hash('md5', '1795818001').digest('hex').toUpperCase()],
  ['the address', hash('sha1', 'kim@example.com').digest('base64url')],
  ['both', hash('sha256', 'kim@example.com:1795818001').digest('hex').slice(0, 32)],
])('a hash of %s is recognised', (_what, token) => {
  expect(made(token)).toContain('hash of')
})

test.each([
  ['random bytes', randomBytes(32).toString('base64url')],
  ['the hash of another time', hash('sha256', '1795818999999').digest('hex')],
  ['what is too short to tell', hash('md5', '1795818001').digest('hex').slice(0, 8)],
])('%s are not', (_what, token) => {
  expect(made(token)).toBeUndefined()
})
