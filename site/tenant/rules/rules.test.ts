import { describe, expect, it } from 'vitest'
import { codeAt } from '../../../machines/devices/authenticator-app.ts'
import { rules } from './index.ts'

const HOUR = 60 * 60 * 1000

describe('new passwords', () => {
  it.each([
    ['elevenchars', /at least 12/],
    ['☂☂☂☂☂☂', /at least 12/],
    ['x'.repeat(257), /at most 256/],
    ['twelve chars', undefined],
    ['é'.normalize('NFD').repeat(12), undefined],
    ['x'.repeat(256), undefined],
  ])('length of "%s"', (password, expected) => {
    const wrong = rules.limitPasswordLength(password)
    if (expected) expect(wrong).toMatch(expected)
    else expect(wrong).toBeUndefined()
  })

  it.each([
    'passwordpassword',
    'Password123456',
    '123456123456',
    'QWERTYUIOP123',
    'aaaaaaaaaaaaa',
    '!!iloveyou2024!!',
  ])('"%s" is too well known', (password) =>
    expect(rules.refuseWellKnownPassword(password)).toMatch(/well known/),
  )

  it.each(['correct horse battery staple', 'river otter lamp', 'kurz gesagt: nein'])(
    '"%s" is not',
    (password) => expect(rules.refuseWellKnownPassword(password)).toBeUndefined(),
  )

  it('leave out names, whatever their case, but not words by chance', () => {
    const names = ['new.administrator', 'Larkspur Managed Services']
    expect(rules.refuseNamesInPassword('my LARKSPUR garden', names)).toMatch(/company/)
    expect(rules.refuseNamesInPassword('the administrators', names)).toMatch(/name/)
    expect(rules.refuseNamesInPassword('brand new otter lamp', names)).toBeUndefined()
  })

  it('are equal in whatever form they were typed', () => {
    expect(rules.matchPasswords('é', 'é'.normalize('NFD'))).toBeUndefined()
    expect(rules.matchPasswords('e', 'é')).toBe("Passwords don't match")
  })
})

describe('password hashes', () => {
  it('are Argon2id as OWASP asks for', async () => {
    const hash = await rules.hashPassword('river otter lamp')
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await rules.verifyPassword({ hash, password: 'river otter lamp' })).toBe(true)
    expect(await rules.verifyPassword({ hash, password: 'River otter lamp' })).toBe(false)
  })

  it('of nobody match nothing', async () => {
    const password = 'the hash that is compared where there is no account'
    expect(await rules.verifyPassword({ hash: null, password })).toBe(false)
  })
})

describe('one-time codes', () => {
  const secret = rules.makeSecret()
  const now = Date.UTC(2026, 0, 1, 12)
  const codeOf = (step: number) => codeAt(secret, now + step * 30_000)

  it.each([
    [-2, undefined],
    [-1, -1],
    [0, 0],
    [1, 1],
    [2, undefined],
  ])('of step %i', async (step, taken) => {
    const verdict = await rules.verifyCode({ secret, code: codeOf(step), now })
    expect(verdict).toEqual(taken === undefined ? undefined : { timeStep: now / 30_000 + taken })
  })

  it.each(['', 'abcdef', '12345', '1234567', '٣٤٥٦٧٨', '123456\u0000'])(
    'are six digits, so not "%s"',
    async (code) => expect(await rules.verifyCode({ secret, code, now })).toBeUndefined(),
  )

  it('have a secret of 160 bits, never the same', () => {
    const secrets = new Set(Array.from({ length: 50 }, rules.makeSecret))
    expect(secrets.size).toBe(50)
    for (const each of secrets) expect(each).toMatch(/^[A-Z2-7]{32}$/)
  })
})

describe('sessions', () => {
  const at = (stage: 'in' | 'enrol', started: number, seen: number) => ({
    stage,
    started_at: started,
    seen_at: seen,
  })

  it('end when idle for an hour, and after twelve', () => {
    expect(rules.isVisitOver(at('in', 0, 11 * HOUR), 12 * HOUR - 1)).toBe(false)
    expect(rules.isVisitOver(at('in', 0, 12 * HOUR - 2), 12 * HOUR)).toBe(true)
    expect(rules.isVisitOver(at('in', 0, 0), HOUR)).toBe(true)
    expect(rules.isVisitOver(at('enrol', 0, HOUR - 2), HOUR)).toBe(true)
  })

  it('exist at the last stage only', () => {
    expect(rules.isSignedIn({ stage: 'in' })).toBe(true)
    expect(rules.isSignedIn({ stage: 'name-key' })).toBe(false)
    expect(rules.mayOpenDashboard({ stage: 'verify-app' })).toBe(false)
  })

  it.each([
    [{ app: false, keys: 0 }, 'enrol'],
    [{ app: true, keys: 0 }, 'verify-app'],
    [{ app: false, keys: 2 }, 'verify-key'],
    [{ app: true, keys: 1 }, 'verify-app'],
  ] as const)('need a second factor: %o', (enrolled, stage) =>
    expect(rules.requireSecondFactor(enrolled)).toBe(stage),
  )
})
