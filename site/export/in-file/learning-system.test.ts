import { expect, test } from 'vitest'
import { durationOf, LearningSystem } from './learning-system.ts'

test.each([
  [0, 'PT0H0M0S'],
  [61_999, 'PT0H1M1S'],
  [2 * 3_600_000 + 5_000, 'PT2H0M5S'],
])('%i ms are %s', (ms, duration) => {
  expect(durationOf(ms)).toBe(duration)
})

const nobody = () => {
  const top = { opener: null, addEventListener() {} } as unknown as Window & { parent: Window }
  top.parent = top
  return top
}

test('a file that is opened by itself has no system', () => {
  expect(LearningSystem.find(nobody())).toBeUndefined()
})

test('a window of another site around it is no system', () => {
  const stranger = {
    get API_1484_11() {
      throw new DOMException('Blocked a frame', 'SecurityError')
    },
  }
  expect(LearningSystem.find({ parent: stranger, opener: null } as unknown as Window)).toBeUndefined()
})
