import { fileURLToPath } from 'node:url'
import { packs } from '@doorstep/machines'
import { expect, test } from 'vitest'
import { packHere, packsHere } from './packs-here.ts'

const bundled = packs.map(({ id }) => id)
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const first = at('../../machines/first-login')
const config = at('../targets/hostile/doorstep.config.ts')
const idsOf = async (...args: Parameters<typeof packsHere>) =>
  (await packsHere(...args)).map(({ pack }) => pack.id)

test('packs are those that are named, else those of the profile, else the bundled ones', async () => {
  expect(await idsOf()).toEqual(bundled)
  expect(await idsOf([first], config)).toEqual(bundled)
  const own = await idsOf([], config)
  expect(own).toHaveLength(1)
  expect(own).not.toEqual(bundled)
})

test('a profile that cannot be read is named', async () => {
  await expect(packsHere([], 'none.ts')).rejects.toThrow('There is no profile none.ts')
})

test('of several packs, the one that has the flow', async () => {
  const [pack] = packs
  expect((await packHere(undefined, pack?.flows.at(-1)?.id)).pack).toBe(pack)
})
