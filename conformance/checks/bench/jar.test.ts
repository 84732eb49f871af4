import { expect, test } from 'vitest'
import { errorAt } from './jar.ts'

test.each([
  ['http://here.example/login?reason=INVALID_CREDENTIALS', 'INVALID_CREDENTIALS'],
  ['http://here.example/login?state=1&error=access_denied&error_description=No', 'access_denied'],
  ['http://here.example/login?error=', undefined],
  ['http://here.example/login?reasonable=yes', undefined],
  ['http://here.example/home', undefined],
])('%s hands on the error %s', (url, error) => {
  expect(errorAt(url)).toBe(error)
})
