import { describe, expect, test } from 'vitest'
import { type Expectation, type Facts, judge } from './judge.ts'

const refusal: Expectation = {
  heading: 'Enter Your Password',
  signedIn: false,
  shows: 'Wrong',
  refused: true,
}
const outside: Facts = {
  missing: [],
  seen: 'the screen “Enter Your Password”',
  said: true,
  session: false,
  dashboard: 'denied',
}
const arrival: Expectation = { heading: 'Dashboard', signedIn: true }
const inside: Facts = { ...outside, seen: 'the screen “Dashboard”', session: true, dashboard: 'opens' }

const verdict = (expectation: Expectation, facts: Facts, change: Partial<Facts> = {}) =>
  judge(expectation, { ...facts, ...change }).verdict

describe('a refusal', () => {
  test('is proven by the screen, the message, no session and a closed dashboard', () => {
    expect(verdict(refusal, outside)).toBe('passed')
  })

  test('without its message is silence, which proves nothing', () => {
    const judged = judge(refusal, { ...outside, said: false })
    expect(judged.verdict).toBe('inconclusive')
    expect(judged.reason).toContain('“…Wrong…”')
  })

  test('that lets somebody in says so, and what shows it', () => {
    const reasons = [outside, { ...outside, dashboard: 'opens' as const }].map(
      (facts, n) => judge(refusal, { ...facts, session: n === 0 }).reason,
    )
    expect(reasons).toEqual([
      'It must be refused, but the person is logged in afterwards: there is a session.',
      'It must be refused, but the person is logged in afterwards: the dashboard opens.',
    ])
    expect(judge({ ...refusal, refused: undefined }, { ...outside, session: true }).reason).toBe(
      'The person must not be logged in yet, but is: there is a session.',
    )
  })

  test('with a text that is new on the page, it names the text and how to say that it is meant', () => {
    const judged = judge(refusal, { ...outside, said: false, news: ['No such person'] })
    expect(judged.verdict).toBe('inconclusive')
    expect(judged.reason).toBe(
      "Refused without the message “…Wrong…”, but “No such person” is new on the page. If that is how it is refused here, say so in `messages` of the screen: { 'Wrong': '…' }.",
    )
  })

  test('with the message of another refusal fails', () => {
    const judged = judge(refusal, { ...outside, said: false, instead: 'Required' })
    expect(judged.verdict).toBe('failed')
    expect(judged.reason).toBe('“…Required…” is shown in place of the message “…Wrong…”.')
  })

  test('by a button that is disabled, without its message, says how to say so', () => {
    const judged = judge(refusal, { ...outside, said: false, foundDisabled: true })
    expect(judged.verdict).toBe('inconclusive')
    expect(judged.reason).toContain("{ 'Wrong': { disabled: 'why' } }")
  })

  test.each<Partial<Facts>>([
    { session: true },
    { dashboard: 'opens' },
    { session: undefined, dashboard: 'opens' },
    { missing: ['the heading “Enter Your Password”'] },
    { said: false, session: true },
    { said: false, missing: ['the heading “Enter Your Password”'] },
  ])('fails with %o', (change) => {
    expect(verdict(refusal, outside, change)).toBe('failed')
  })

  test('can be proven where the target cannot be asked for a session', () => {
    expect(verdict(refusal, outside, { session: undefined })).toBe('passed')
  })
})

describe('a refusal of what is not offered', () => {
  const unoffered: Expectation = { ...refusal, heading: 'Users', signedIn: true }
  const kept: Facts = { ...inside, seen: 'the screen “Users”', changed: false }

  test('is proven by the absence of the control', () => {
    const judged = judge({ ...unoffered, without: { label: 'Add', isThere: false } }, kept)
    expect(judged.verdict).toBe('passed')
  })

  test('is not proven where the control is there', () => {
    const judged = judge({ ...unoffered, without: { label: 'Add', isThere: true } }, kept)
    expect(judged.verdict).toBe('inconclusive')
    expect(judged.reason).toContain('“Add” is there')
  })
})

describe('a login', () => {
  test('is proven by the screen, a session and an open dashboard', () => {
    expect(verdict(arrival, inside)).toBe('passed')
  })

  test.each<Partial<Facts>>([{ session: false }, { dashboard: 'denied' }, { missing: ['the heading'] }])(
    'fails with %o',
    (change) => {
      expect(verdict(arrival, inside, change)).toBe('failed')
    },
  )
})

describe('a refusal of someone who is signed in', () => {
  const refusal: Expectation = { heading: 'Users', signedIn: true, shows: 'Administrator', refused: true }
  const staysOut: Facts = { ...inside, seen: 'the screen “Users”', changed: false }

  test('is proven by the screen, the message, the session as it was, and no change', () => {
    expect(verdict(refusal, staysOut)).toBe('passed')
    expect(judge(refusal, staysOut).expected).toContain('nothing changed')
  })

  test('without its message is silence, which proves nothing', () => {
    expect(verdict(refusal, staysOut, { said: false })).toBe('inconclusive')
  })

  test.each<Partial<Facts>>([
    { changed: true },
    { changed: true, said: false },
    { missing: ['the heading “Users”'] },
    { session: false },
    { dashboard: 'denied' },
  ])('fails with %o', (change) => {
    expect(verdict(refusal, staysOut, change)).toBe('failed')
  })

  test('a change that is no refusal is what was wanted', () => {
    expect(verdict(arrival, inside, { changed: true })).toBe('passed')
  })
})

test('a message that is no refusal must be shown', () => {
  const hint: Expectation = { heading: 'Secure Your Account', signedIn: false, shows: 'key' }
  expect(verdict(hint, outside)).toBe('passed')
  expect(verdict(hint, outside, { said: false })).toBe('failed')
})
