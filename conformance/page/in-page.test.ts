import { expect, test } from 'vitest'
import { inPage } from './in-page.ts'

test('runs without anything from outside, also what a compiler has put names into', () => {
  expect(new Function(`return ${inPage(() => 6 * 7)}`)()).toBe(42)
  const compiled = { toString: () => '() => { const inner = __name(() => 42, "inner"); return inner() }' }
  expect(new Function(`return ${inPage(compiled as never)}`)()).toBe(42)
})
