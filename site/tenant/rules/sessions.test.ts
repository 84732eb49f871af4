import { describe, expect, it } from 'vitest'
import { isCrossSite, isSignedIn, isVisitOver, mayOpenDashboard } from './sessions.ts'

const HOUR = 60 * 60 * 1000

describe('a session', () => {
  const at = (stage: 'in' | 'enrol', started_at: number, seen_at: number) => ({ stage, started_at, seen_at })

  it('ends after an hour without a request, and after twelve hours', () => {
    expect(isVisitOver(at('in', 0, 11 * HOUR), 12 * HOUR - 1)).toBe(false)
    expect(isVisitOver(at('in', 0, 12 * HOUR - 2), 12 * HOUR)).toBe(true)
    expect(isVisitOver(at('in', 0, 0), HOUR)).toBe(true)
  })

  it('that is not finished ends after an hour in all', () => {
    expect(isVisitOver(at('enrol', 0, HOUR - 2), HOUR - 1)).toBe(false)
    expect(isVisitOver(at('enrol', 0, HOUR - 2), HOUR)).toBe(true)
  })

  it('exists only after the last step of the login', () => {
    for (const is of [isSignedIn, mayOpenDashboard]) {
      expect(is({ stage: 'in' })).toBe(true)
      expect(is({ stage: 'name-key' })).toBe(false)
      expect(is({ stage: 'verify-app' })).toBe(false)
    }
  })
})

describe('a request that changes something', () => {
  const own = 'https://1secure.example'
  it.each([
    [{}, true],
    [{ origin: own }, false],
    [{ origin: 'https://evil.example' }, true],
    [{ origin: 'null' }, true],
    [{ origin: 'null', secFetchSite: 'same-origin' }, false],
    [{ origin: own, secFetchSite: 'same-origin' }, false],
    [{ origin: own, secFetchSite: 'cross-site' }, true],
    [{ origin: own, secFetchSite: 'same-site' }, true],
    [{ secFetchSite: 'none' }, true],
    [{ origin: 'https://evil.example', secFetchSite: 'same-origin' }, true],
  ])('with %o comes from another site: %s', (request, cross) => expect(isCrossSite(request, own)).toBe(cross))
})
