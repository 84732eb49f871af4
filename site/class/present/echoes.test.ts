import { expect, test } from 'vitest'
import { Echoes } from './echoes.ts'

test('while something is underway, and until the class has heard of it, the class says nothing new', async () => {
  const echoes = new Echoes()
  expect(echoes.isNews(3)).toBe(true)
  const doing = Promise.withResolvers<number>()
  const done = echoes.of(() => doing.promise)
  expect(echoes.isNews(3)).toBe(false)
  doing.resolve(5)
  expect(await done).toBe(5)
  expect(echoes.isNews(4)).toBe(false)
  expect(echoes.isNews(5)).toBe(true)
})

test('what was not possible leaves the word to the class', async () => {
  const echoes = new Echoes()
  await echoes.of(async () => 0)
  await expect(echoes.of(() => Promise.reject(new Error('gone')))).rejects.toThrow('gone')
  expect(echoes.isNews(1)).toBe(true)
})

test('nothing overtakes what was asked for before', async () => {
  const echoes = new Echoes()
  const first = Promise.withResolvers<number>()
  const order: string[] = []
  const one = echoes.of(() => first.promise.finally(() => order.push('one')))
  const two = echoes.of(async () => order.push('two'))
  first.resolve(1)
  await Promise.all([one, two])
  expect(order).toEqual(['one', 'two'])
})
