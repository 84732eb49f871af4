import { expect, test } from 'vitest'
import type { Snapshot } from '../page/snapshot.ts'
import { Lingering } from './lingering.ts'

const page = (...texts: string[]) => ({ texts, alerts: [] as string[] }) as unknown as Snapshot

test('the message of a refusal is known as long as the page shows it; other texts are not', () => {
  const lingering = new Lingering()
  const refused = page('Wrong email or password', 'Use at least 12 characters')
  expect(lingering.has(refused, 'wrong email')).toBe(false)
  lingering.note(refused, 'wrong email')
  expect(lingering.has(refused, 'wrong email')).toBe(true)
  expect(lingering.has(refused, '12 characters')).toBe(false)
  expect(lingering.without(refused).texts).toEqual(['Use at least 12 characters'])

  lingering.note(page())
  expect(lingering.without(refused)).toEqual(refused)
})
