import { expect, test, vi } from 'vitest'
import { sayWhile } from './say-while.ts'

test('a deployment that takes long to start is named, until it has started', async () => {
  vi.useFakeTimers()
  const said: string[] = []
  const starting = new Promise<string>((resolve) => setTimeout(() => resolve('here'), 50_000))
  const done = sayWhile(starting, 'The portal', (line) => said.push(line))
  await vi.advanceTimersByTimeAsync(50_000)
  expect(await done).toBe('here')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(said).toEqual(['The portal has been starting for 20 s.', 'The portal has been starting for 40 s.'])
  vi.useRealTimers()
})
