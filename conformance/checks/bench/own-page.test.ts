import { expect, test } from 'vitest'
import { ownPage } from './jar.ts'

test('a request comes from a page of the product, also where a browser names no origin', () => {
  const url = 'https://app.example/me'
  expect(ownPage(url, 'GET')).toEqual({ 'sec-fetch-site': 'same-origin' })
  expect(ownPage(url, 'POST')).toEqual({ origin: 'https://app.example', 'sec-fetch-site': 'same-origin' })
})
