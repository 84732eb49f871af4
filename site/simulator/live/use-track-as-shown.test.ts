import { expect, test } from 'vitest'
import { library as pack } from '../../../machines/model/testing/small-pack.ts'
import { isAheadOf } from './use-track-as-shown.ts'

const at = (shown: string | undefined) => ({ pack, shown })

test('the stream is ahead as long as the frame shows another page than the one it tells of', () => {
  const [before, page] = [at('name'), { screen: 'name' }]
  expect(isAheadOf(at('password'), before, page, page)).toBe(true)
  expect(isAheadOf(at('password'), before, undefined, undefined)).toBe(true)
  expect(isAheadOf(at('password'), before, { screen: 'password' }, page)).toBe(false)
})

test('it is not ahead where the page stays, or where it is not known what is shown', () => {
  const page = { screen: 'password' }
  expect(isAheadOf(at('name'), at('name'), page, page)).toBe(false)
  expect(isAheadOf(at(undefined), at('name'), page, page)).toBe(false)
})

test('of another party, whose pages do not say what they are, it is ahead until another page is there', () => {
  const page = { screen: 'name' }
  expect(isAheadOf(at('their-login'), at('name'), page, page)).toBe(true)
  expect(isAheadOf(at('their-login'), at('name'), { screen: '' }, page)).toBe(false)
})
