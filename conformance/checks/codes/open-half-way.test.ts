import { expect, test } from 'vitest'
import { opensHalfWay } from './open-half-way.ts'

const site = 'https://product.test'
const ask = (path: string) => ({ url: `${site}${path}` })
const answer = (path: string, status = 200) => ({ url: `${site}${path}`, status })

test('a page that is answered at its own address opens', () => {
  expect(opensHalfWay(ask('/users'), answer('/users'), `${site}/setup`)).toBe(true)
  expect(opensHalfWay(ask('/users'), answer('/login'), `${site}/setup`)).toBe(false)
  expect(opensHalfWay(ask('/users'), answer('/users', 403), `${site}/setup`)).toBe(false)
})

test('the page on which the login waits may be open', () => {
  expect(opensHalfWay(ask('/setup'), answer('/setup'), `${site}/setup?next=/home`)).toBe(false)
})
