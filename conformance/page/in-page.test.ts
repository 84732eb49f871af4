import { expect, test } from 'vitest'
import { inPage, onElements } from './in-page.ts'

test('runs without anything from outside, also what a compiler has put names into', () => {
  expect(new Function(`return ${inPage(() => 6 * 7)}`)()).toBe(42)
  const compiled = { toString: () => '() => { const inner = __name(() => 42, "inner"); return inner() }' }
  expect(new Function(`return ${inPage(compiled as never)}`)()).toBe(42)
})

test('so does a function of elements', () => {
  expect(onElements((elements) => elements.length)([])).toBe(0)
  const compiled = {
    toString: () => '(all) => { const inner = __name(() => all.length, "inner"); return inner() }',
  }
  expect(onElements(compiled as never)([])).toBe(0)
})
