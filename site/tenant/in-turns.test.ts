import { expect, test } from 'vitest'
import { inTurns } from './in-turns.ts'

test('so many at once and no more, in the order in which they came; a failure gives its place back', async () => {
  const inTurn = inTurns(2)
  const log: string[] = []
  const ends: Record<string, PromiseWithResolvers<string>> = {}
  const begin = (name: string) =>
    inTurn(() => {
      log.push(name)
      const end = Promise.withResolvers<string>()
      ends[name] = end
      return end.promise
    })
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(begin)
  expect(log).toEqual(['a', 'b'])
  ends.b?.reject(new Error('broken'))
  await expect(b).rejects.toThrow('broken')
  expect(log).toEqual(['a', 'b', 'c'])
  ends.a?.resolve('done')
  expect(await a).toBe('done')
  expect(log).toEqual(['a', 'b', 'c', 'd'])
  ends.c?.resolve('')
  ends.d?.resolve('')
  await Promise.all([c, d])
  const e = begin('e')
  expect(log).toContain('e')
  ends.e?.resolve('')
  await e
})
