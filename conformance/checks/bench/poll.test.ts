import { expect, test } from 'vitest'
import { poll } from './poll.ts'

test('asks until the answer is truthy', async () => {
  let times = 0
  expect(await poll(() => ++times === 3 && 'third', 10_000)).toBe('third')
  expect(times).toBe(3)
})

test('answers what was found last when the time is over', async () => {
  let times = 0
  const never = () => {
    times += 1
    return undefined
  }
  expect(await poll(never, 0)).toBeUndefined()
  expect(times).toBe(1)
  expect(await poll(never, 60)).toBeUndefined()
  expect(times).toBeGreaterThan(2)
})

test('fails with what the question fails with', async () => {
  await expect(poll(() => Promise.reject(new Error('No page.')), 1_000)).rejects.toThrow('No page.')
})
