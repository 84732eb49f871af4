import { describe, expect, test } from 'vitest'
import { goesOn, judgeBehind } from './judge-behind.ts'

const seen = { expected: ['a'], observed: ['b'] }
const passed = { ...seen, verdict: 'passed' } as const
const failed = { ...seen, verdict: 'failed', reason: 'The dashboard opens.' } as const
const cause = { edge: 'password/password.right', verdict: 'failed' } as const
const stays = { crosses: false }

describe('a path goes on', () => {
  const there = { missing: [] }
  test('after what passed, and where the screen is there nevertheless', () => {
    expect(goesOn(passed)).toBe(true)
    expect(goesOn(failed, there)).toBe(true)
    expect(goesOn({ ...seen, verdict: 'inconclusive', reason: 'Silence.' }, there)).toBe(true)
  })

  test('not where the screen is another, something was changed, or it could not be looked at', () => {
    expect(goesOn(failed, { missing: ['the heading'] })).toBe(false)
    expect(goesOn(failed, { missing: [], changed: true })).toBe(false)
    expect(goesOn(failed)).toBe(false)
  })
})

describe('behind what did not pass', () => {
  test('nobody is accused: what differs is blocked, with what was seen', () => {
    expect(judgeBehind(failed, cause, stays)).toEqual({
      ...seen,
      verdict: 'blocked',
      reason: 'Behind password/password.right, which is failed. The dashboard opens.',
      blockedBy: cause.edge,
    })
    for (const verdict of ['inconclusive', 'config-error'] as const)
      expect(judgeBehind({ ...failed, verdict }, cause, stays).verdict).toBe('blocked')
  })

  test('what is all as it should be is proven', () => {
    expect(judgeBehind(passed, cause, stays)).toEqual(passed)
  })

  const out = { session: false, dashboard: 'denied' } as const
  const halfIn = { session: false, dashboard: 'opens' } as const
  const inside = { session: true, dashboard: 'opens' } as const
  test.each([
    ['the session is new', halfIn, inside],
    ['the session is gone', inside, halfIn],
    ['the dashboard opens only now', { ...out, session: undefined }, { ...inside, session: undefined }],
  ])('signing in or out is proven where %s', (_, before, after) => {
    expect(judgeBehind(passed, cause, { crosses: true, before, after }).verdict).toBe('passed')
  })

  test.each([
    ['they were in before', inside, inside],
    ['the session cannot be asked for', { ...halfIn, session: undefined }, { ...inside, session: undefined }],
    ['nobody looked before', undefined, inside],
  ])('but not where %s', (_, before, after) => {
    const judged = judgeBehind(passed, cause, { crosses: true, ...(before && { before }), after })
    expect(judged).toMatchObject({ verdict: 'blocked', blockedBy: cause.edge })
  })
})
