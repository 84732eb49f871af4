import { expect, test } from 'vitest'
import { isAheadOf } from './use-track-as-shown.ts'

test('the stream is ahead as long as the frame shows another page than the one it tells of', () => {
  const [before, track] = [{ shown: 'login-page' }, { shown: 'email-address' }]
  expect(isAheadOf(track, before, { screen: 'login-page' })).toBe(true)
  expect(isAheadOf(track, before, undefined)).toBe(true)
  expect(isAheadOf(track, before, { screen: 'email-address' })).toBe(false)
})

test('it is not ahead where the page stays, or where it is not known what is shown', () => {
  const page = { screen: 'email-address' }
  expect(isAheadOf({ shown: 'login-page' }, { shown: 'login-page' }, page)).toBe(false)
  expect(isAheadOf({ shown: undefined }, { shown: 'login-page' }, page)).toBe(false)
})
