import { describe, expect, test } from 'vitest'
import { formsOfPages } from './fixtures/pages.ts'
import { read } from './testing/read-lines.ts'

describe.each(Object.entries(formsOfPages))('%s', (_, pages) => {
  test.each(pages)('$name', ({ text, file, steps = [], odd = [] }) => {
    const found = read([text], file)
    expect({ steps: found.steps, odd: found.odd }).toEqual({ steps, odd })
  })
})

test('the corpus has at least 80 pages', () => {
  expect(Object.values(formsOfPages).flat().length).toBeGreaterThanOrEqual(80)
})
