import { expect, test } from 'vitest'
import { leaveBehind } from './leave-behind.ts'

const fails = async (why: string) => {
  throw new Error(why)
}

test('settings are put back behind a walk, whether it fails or not', async () => {
  let left = 0
  const arranged = { leave: async () => void left++ }
  expect(await leaveBehind(arranged, async () => 'walked')).toBe('walked')
  expect(left).toBe(1)
  await expect(leaveBehind(arranged, () => fails('not there'))).rejects.toThrow('not there')
  expect(left).toBe(2)
})

test('a failure to put them back is thrown where nothing else has failed', async () => {
  const arranged = { leave: () => fails('no such setting') }
  await expect(leaveBehind(arranged, async () => 'walked')).rejects.toThrow('no such setting')
  await expect(leaveBehind(arranged, () => fails('not there'))).rejects.toThrow('not there')
})
