import { expect, test } from 'vitest'
import { memoryArtifacts } from '../store/memory-artifacts.ts'
import { sweeping } from '../store/sweeping.ts'
import { artifactAdapter } from './artifacts.ts'

const yearMs = 365 * 24 * 3600 * 1000

test('the clock of one directory ends nothing of another, and what has expired is forgotten', async () => {
  const kept = memoryArtifacts()
  const store = sweeping(kept)
  let ahead = 0
  const adapterFor = (owner: string, now: () => number) =>
    artifactAdapter(store, { space: 'entra', owner, now }, 'Interaction')
  const one = adapterFor('one', () => 1000 + ahead)
  const two = adapterFor('two', () => 1000)

  await one.upsert('old', {}, 60)
  await two.upsert('waiting', {}, 60)
  ahead = yearMs
  for (let n = 0; n < 2000; n += 1) await one.upsert(`new ${n}`, {}, 60)
  expect(await two.find('waiting')).toBeDefined()
  expect(await kept.get('entra/Interaction:old')).toBeUndefined()
  expect(await one.find('new 0')).toBeDefined()
})

test.each([
  ['begun', 'DeviceCode', 5_000],
  ['finished', 'Session', 20_000],
])('of sign-ins that are %s a directory keeps so many: %s', async (_what, model, most) => {
  const kept = memoryArtifacts()
  const adapter = artifactAdapter(sweeping(kept), { space: 's', owner: 'one', now: () => 1000 }, model)
  for (let n = 0; n < most + 2500; n += 1) await adapter.upsert(`${n}`, {}, 60)
  const { length } = await kept.ofOwner('one')
  expect(length).toBeGreaterThanOrEqual(most)
  expect(length).toBeLessThan(most + 1000)
  expect(await adapter.find('0')).toBeUndefined()
  expect(await adapter.find(`${most + 2499}`)).toBeDefined()
})
