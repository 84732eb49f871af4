import { expect, test } from 'vitest'
import { TimeLeft } from './time-left.ts'

const path = (id: string, steps: number) => ({
  ...{ id, flow: 'f', given: 'g', events: Array.from({ length: steps }, (_, n) => `e${n}`) },
})
const left = (checks: string[], isWatched = true) =>
  new TimeLeft({ paths: [path('a', 2), path('b', 4), path('c', 100)], checks, workers: 2, isWatched })

test('nothing is claimed before there is something to measure', () => {
  const time = left([])
  expect(time.inWords()).toBeUndefined()
  time.took('a', 4_000)
  expect(time.inWords()).toBeUndefined()
})

test('a path takes its events, as long as the median of those that were walked, shared by the workers', () => {
  const time = left([])
  time.took('a', 4_000)
  time.took('b', 16_000)
  expect(time.estimate()).toEqual({ ms: (100 * 3_000) / 2, atLeast: false })
  expect(time.inWords()).toBe('about 3 min left')
  time.took('c', 300_000)
  expect(time.inWords()).toBeUndefined()
})

test('what nothing is known of makes it the least', () => {
  const time = left(['OTP1', 'OTP2'])
  time.took('a', 4_000)
  time.took('b', 16_000)
  expect(time.inWords()).toBe('at least 3 min left')
})

test('where nobody watches, the lines are as they were', () => {
  const time = left([], false)
  time.took('a', 4_000)
  time.took('b', 16_000)
  expect(time.inWords()).toBeUndefined()
})
