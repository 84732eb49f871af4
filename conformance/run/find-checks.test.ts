import { expect, test } from 'vitest'
import { packs } from '../../machines/index.ts'
import { checksFor } from '../checks/index.ts'
import { findChecks, wantsFlows } from './find-checks.ts'

test('without a word all checks are made, and all flows walked', () => {
  const idsOf = (checks: ReturnType<typeof findChecks>) => checks.map(({ id }) => id)
  expect(idsOf(findChecks(packs, {}))).toEqual(idsOf(checksFor(packs)))
  expect(wantsFlows({})).toBe(true)
})

test('a check that is named is the only one', () => {
  expect(findChecks(packs, { check: ['lnk1', 'OTP1', 'LNK1'] }).map(({ id }) => id)).toEqual(['LNK1', 'OTP1'])
  expect(wantsFlows({ check: ['LNK1'] })).toBe(false)
})

test('a group is all its checks', () => {
  const ids = findChecks(packs, { check: ['rate', 'snk.log-in'] }).map(({ id }) => id)
  expect(ids).toEqual(['RATE1', 'RATE2', 'RATE3', 'RATE4', 'SNK.log-in'])
})

test('with a flow that is named, only the checks that are named are made', () => {
  expect(findChecks(packs, { flow: ['log-in'] })).toEqual([])
  expect(findChecks(packs, { transition: ['mail/open-tenant-link'] })).toEqual([])
  expect(findChecks(packs, { flow: ['log-in'], check: ['OTP1'] }).map(({ id }) => id)).toEqual(['OTP1'])
  expect(wantsFlows({ flow: ['log-in'], check: ['OTP1'] })).toBe(true)
})

test('none when they are declined', () => {
  expect(findChecks(packs, { checks: false })).toEqual([])
  expect(wantsFlows({ checks: false })).toBe(true)
})

test('an unknown check is an error that lists those there are', () => {
  expect(() => findChecks(packs, { check: ['LNK99'] })).toThrow(/no check "LNK99".*LNK1, LNK2/)
})
