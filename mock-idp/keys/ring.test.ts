import { expect, test } from 'vitest'
import { memoryKeys } from '../store/keys.ts'
import { keyRing } from './ring.ts'

const algs = ['ES256'] as const
const kidsOf = async (ring: ReturnType<typeof keyRing>) => {
  await ring.generation()
  return (await ring.keys()).map(({ kid }) => kid)
}

/** Two processes at one store. */
async function twoRings() {
  const store = memoryKeys()
  const [here, there] = [keyRing('entra', algs, { store }), keyRing('entra', algs, { store })]
  const [first] = await kidsOf(here)
  expect(await kidsOf(there)).toEqual([first])
  return { store, here, there, first }
}

test('a rotation builds on what another process has rotated', async () => {
  const { here, there, first } = await twoRings()
  await here.rotate()
  const [second] = await kidsOf(here)
  await there.rotate()
  const [third, ...older] = await kidsOf(there)
  expect(older).toEqual([second])
  expect(new Set([first, second, third]).size).toBe(3)
  expect(await kidsOf(here)).toEqual([third, second])
})

test('two rotations at once make two generations, and both processes have the same keys', async () => {
  const { here, there, first } = await twoRings()
  await Promise.all([here.rotate(), there.rotate()])
  const kids = await kidsOf(here)
  expect(kids).toHaveLength(2)
  expect(kids).not.toContain(first)
  expect(await kidsOf(there)).toEqual(kids)
})

test('a rotation goes on when the keys were deleted meanwhile', async () => {
  const { store, here, first } = await twoRings()
  await store.delete('entra')
  await here.rotate()
  const kids = await kidsOf(here)
  expect(kids).toHaveLength(2)
  expect(kids[1]).toBe(first)
})
