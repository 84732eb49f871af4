import { expect, test } from 'vitest'
import { checks } from '../checks/index.ts'
import { findChecks, wantsFlows } from './find-checks.ts'

test('without a word all checks are made, and all flows walked', () => {
  expect(findChecks({})).toEqual(checks)
  expect(wantsFlows({})).toBe(true)
})

test('a check that is named is made alone', () => {
  expect(findChecks({ check: ['lnk1', 'OTP1', 'LNK1'] }).map(({ id }) => id)).toEqual(['LNK1', 'OTP1'])
  expect(wantsFlows({ check: ['LNK1'] })).toBe(false)
})

test('beside a flow that is named only the checks that are named, too', () => {
  expect(findChecks({ flow: ['log-in'] })).toEqual([])
  expect(findChecks({ transition: ['mail/open-tenant-link'] })).toEqual([])
  expect(findChecks({ flow: ['log-in'], check: ['OTP1'] }).map(({ id }) => id)).toEqual(['OTP1'])
  expect(wantsFlows({ flow: ['log-in'], check: ['OTP1'] })).toBe(true)
})

test('none when they are declined', () => {
  expect(findChecks({ checks: false })).toEqual([])
  expect(wantsFlows({ checks: false })).toBe(true)
})

test('one that is not there is told, with those that are', () => {
  expect(() => findChecks({ check: ['LNK99'] })).toThrow(/no check "LNK99".*LNK1, LNK2/)
})
