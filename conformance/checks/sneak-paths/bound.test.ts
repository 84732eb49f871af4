import { expect, test } from 'vitest'
import { differing } from './bound.ts'

const sent = (body: string, headers = {}) => ({ url: 'https://product.test/', method: 'POST', headers, body })

test('fields of a form, texts of JSON and headers that differ are named', () => {
  expect(differing(sent('csrf=a&code=1'), sent('csrf=b&code=1'))).toEqual(['csrf'])
  expect(differing(sent('{"nonce":"a","code":"1"}'), sent('{"nonce":"b","code":"1"}'))).toEqual(['nonce'])
  expect(differing(sent('', { 'x-token': 'a' }), sent('', { 'x-token': 'b' }))).toEqual(['x-token'])
})
