import { expect, test } from 'vitest'
import { withDoorstep } from '../common/with-doorstep.ts'
import { flood } from './flood.ts'

test('300 half-open connections at each port keep nobody waiting', { timeout: 60_000 }, () =>
  withDoorstep({}, async ({ at }) => {
    for (const { port, most, honest } of await flood(at, 300, 4)) {
      expect(honest.failures, port).toEqual([])
      expect(honest.times.length, port).toBeGreaterThan(0)
      expect(most, port).toBeGreaterThan(150)
    }
  }),
)
