import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { slowTests } from './slow-tests.ts'

test('what the quick tests leave out is there', () => {
  const missing = slowTests.filter(
    (file) => !existsSync(fileURLToPath(new URL(`../${file}`, import.meta.url))),
  )
  expect(missing).toEqual([])
})
