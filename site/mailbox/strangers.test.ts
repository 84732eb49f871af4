import { expect, test } from 'vitest'
import { Strangers } from './strangers.ts'

test('another machine holds five connections at most, and gets another when one is closed', () => {
  const strangers = new Strangers()
  const admitted = Array.from({ length: 7 }, (_, n) => strangers.admit(`a${n}`, '203.0.113.9'))
  expect(admitted).toEqual([true, true, true, true, true, false, false])
  strangers.closed('a6')
  expect(strangers.admit('b', '203.0.113.9')).toBe(false)
  strangers.closed('a0')
  expect(strangers.admit('b', '203.0.113.9')).toBe(true)
})

test('however many other machines there are, this one gets through', () => {
  const strangers = new Strangers()
  const admitted = Array.from({ length: 60 }, (_, n) => strangers.admit(`a${n}`, `203.0.113.${n}`))
  expect(admitted.filter(Boolean)).toHaveLength(40)
  for (const own of ['127.0.0.1', '::ffff:127.0.0.1', '::1'])
    for (let n = 0; n < 10; n++) expect(strangers.admit(`${own} ${n}`, own)).toBe(true)
})
