import { expect, test } from 'vitest'
import { trainerKeyFor } from './trainer-key.ts'

test.each(['localhost', '127.0.0.1', '::1', '127.8.9.10'])('on %s everybody may create a class', (host) => {
  expect(trainerKeyFor({ host })).toBeUndefined()
})

test.each(['0.0.0.0', '::', '192.168.1.20', 'localhost.example.com'])(
  'on %s there is a key, another one each time',
  (host) => {
    const key = trainerKeyFor({ host })
    expect(key).toMatch(/^[\w-]{16}$/)
    expect(trainerKeyFor({ host })).not.toBe(key)
  },
)

test('behind a proxy at a public address there is a key', () => {
  expect(trainerKeyFor({ host: 'localhost', siteUrl: 'https://doorstep.example' })).toMatch(/^[\w-]{16}$/)
})

test('the key that is set is the key, wherever the site listens', () => {
  expect(trainerKeyFor({ host: 'localhost', trainerKey: 'behind-a-proxy' })).toBe('behind-a-proxy')
})
