import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { slowTests } from './slow-tests.ts'

test('what the quick tests leave out is there', () => {
  const cwd = fileURLToPath(new URL('..', import.meta.url))
  expect(slowTests.filter((files) => globSync(files, { cwd }).length === 0)).toEqual([])
})
