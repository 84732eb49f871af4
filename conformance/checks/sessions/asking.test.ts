import { expect, test } from 'vitest'
import { addingAll, replacingOwn } from './asking.ts'

const EVIL = 'https://evil.example/'

test('parameters that an address has stay, and others are added', () => {
  const { searchParams } = new URL(addingAll(['wherefrom'])('https://product.test/login?next=%2Fhome', EVIL))
  expect(searchParams.get('next')).toBe('/home')
  expect(searchParams.get('returnTo')).toBe(EVIL)
  expect(searchParams.get('wherefrom')).toBe(EVIL)
})

test.each(['next=%2Fhome', 'wherefrom=https%3A%2F%2Fproduct.test%2F'])(
  'an address in it is replaced: %s',
  (query) => {
    const [name = ''] = query.split('=')
    const { searchParams } = new URL(replacingOwn(`https://product.test/login?${query}&state=a1`, EVIL))
    expect(searchParams.get(name)).toBe(EVIL)
    expect(searchParams.get('state')).toBe('a1')
  },
)

test('an address without another one in it stays as it is', () => {
  expect(replacingOwn('https://product.test/login?state=a1', EVIL)).toBe(
    'https://product.test/login?state=a1',
  )
})
