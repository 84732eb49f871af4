import fc from 'fast-check'
import { verify } from 'otplib'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { AuthenticatorApp, codeAt, wholeBytes } from './authenticator-app.ts'
import { type Enrolment, enrolmentOfKey } from './enrolment.ts'

const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
const START = 1_800_000_000
const isRight = async (epoch: number, token: string, enrolment: Enrolment = enrolmentOfKey(secret)) =>
  (await verify({ ...enrolment, token, epoch, epochTolerance: 0 })).valid

/** An app whose time can be moved; seconds since 1970. */
function phone(start = START, enrolment?: Enrolment) {
  let now = start
  const clock = {
    now: () => now * 1000,
    advance: async (seconds: number) => {
      now += seconds
    },
  }
  const app = new AuthenticatorApp(clock, secret)
  if (enrolment) app.scan(enrolment)
  return { app, clock, now: () => now }
}

const enrolments = fc.record<Enrolment>({
  secret: fc.constant('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'),
  digits: fc.constantFrom(6, 7, 8),
  period: fc.constantFrom(15, 30, 60),
  algorithm: fc.constantFrom('sha1', 'sha256', 'sha512'),
})

afterEach(() => {
  vi.useRealTimers()
})

describe('codes', () => {
  // RFC 6238 appendix B; the keys are 20, 32 and 64 bytes of "1234567890…".
  const keys = {
    sha1: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
    sha256: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZA',
    sha512: `${'GEZDGNBVGY3TQOJQ'.repeat(6)}GEZDGNA`,
  }
  test.each([
    ['sha1', 59, '94287082'],
    ['sha256', 59, '46119246'],
    ['sha512', 59, '90693936'],
    ['sha1', 20_000_000_000, '65353130'],
    ['sha256', 20_000_000_000, '77737706'],
    ['sha512', 20_000_000_000, '47863826'],
  ] as const)('%s at %d s is %s, as RFC 6238 has it', (algorithm, seconds, code) => {
    const enrolment = { secret: keys[algorithm], digits: 8, period: 30, algorithm }
    expect(codeAt(enrolment, seconds * 1000)).toBe(code)
  })

  test('a key as text makes six digits every 30 seconds', () => {
    expect(codeAt(keys.sha1, 59_000)).toBe('287082')
    expect(codeAt('gezd gnbv gy3t qojq gezd gnbv gy3t qojq', 59_000)).toBe('287082')
  })

  test('a key that is shorter than it should be works on phones, too', () => {
    expect(codeAt('JBSWY3DP', 0)).toMatch(/^\d{6}$/)
  })
})

describe('the authenticator app', () => {
  test('shows the code of its clock’s time', async () => {
    const { app, now } = phone(START + 29)
    expect(await isRight(now(), await app.right())).toBe(true)
    expect(now()).toBe(START + 29)
  })

  test('never returns a code twice, and moves the clock only as far as a new code', async () => {
    const starts = fc.integer({ min: 0, max: 4_000_000_000 })
    const pauses = fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(starts, enrolments, pauses, async (start, enrolment, pauses) => {
        const { app, clock, now } = phone(start, enrolment)
        const step = () => Math.floor(now() / enrolment.period)
        let spent = -1
        for (const pause of pauses) {
          const due = Math.max(spent + 1, step())
          expect(await isRight(due * enrolment.period, await app.right(), enrolment)).toBe(true)
          expect(step()).toBe(due)
          spent = due
          await clock.advance(pause)
        }
      }),
    )
  })

  test('returns the next code even if its clock is late', async () => {
    const { app } = phone()
    const late = new AuthenticatorApp({ now: () => START * 1000, advance: async () => {} }, secret)
    expect(await late.right()).toBe(await app.right())
    expect(await late.right()).toBe(await app.ofStep(1))
  })

  test('waits for a new code where its clock cannot be moved', async () => {
    vi.useFakeTimers({ now: (START + 10) * 1000 })
    const app = new AuthenticatorApp({ now: Date.now }, secret)
    const first = await app.right()
    const second = app.right()
    await vi.advanceTimersByTimeAsync(19_999)
    expect(app.used()).toBe(first)
    await vi.advanceTimersByTimeAsync(1)
    expect(await isRight(START + 30, await second)).toBe(true)
  })

  test('waits for the next code when the present one is about to end', async () => {
    vi.useFakeTimers({ now: (START + 27) * 1000 })
    const code = new AuthenticatorApp({ now: Date.now }, secret).right()
    await vi.advanceTimersByTimeAsync(3_000)
    expect(await isRight(START + 30, await code)).toBe(true)
  })

  test('shows the codes of other time steps, and uses none of them', async () => {
    const { app, now } = phone()
    for (const drift of [-2, 0, 2])
      expect(await isRight(START + drift * 30, await app.ofStep(drift))).toBe(true)
    expect(app.used()).toBeUndefined()
    await app.right()
    expect(now()).toBe(START)
  })

  test('knows the code that was handed out last, and forgets it with a new enrolment', async () => {
    const { app } = phone()
    const code = await app.right()
    expect(app.used()).toBe(code)
    app.scan(enrolmentOfKey(secret))
    expect(app.used()).toBe(code)
    app.scan(enrolmentOfKey('abcd efgh ijkl mnop'))
    expect(app.used()).toBeUndefined()
  })

  test('a wrong code has as many digits, and is right at no moment near now', async () => {
    await fc.assert(
      fc.asyncProperty(enrolments, async (enrolment) => {
        const { app, now } = phone(START, enrolment)
        const used = await app.right()
        const wrong = await app.wrong()
        expect(wrong).toMatch(new RegExp(`^\\d{${enrolment.digits}}$`))
        expect(wrong).not.toBe(used)
        for (const drift of [-2, -1, 0, 1, 2])
          expect(await isRight(now() + drift * enrolment.period, wrong, enrolment)).toBe(false)
      }),
      { numRuns: 20 },
    )
  })

  test('says so where it knows no account', async () => {
    await expect(new AuthenticatorApp({ now: Date.now }).right()).rejects.toThrow('knows no account')
  })
})

test.each([
  ['MZXW6YTBOI', 'MZXW6YTBOI'],
  ['MZXW6YTB7', 'MZXW6YTB'],
  ['MZXW6YTBOJ', 'MZXW6YTBOI'],
  ['MZXW6YTBOIZ', 'MZXW6YTBOI'],
  ['MZXW6YTBOIZW6Z', 'MZXW6YTBOIZW6'],
])('bits at the end of %s that fill no byte count as zero', (secret, whole) => {
  expect(wholeBytes(secret)).toBe(whole)
  expect(codeAt(secret, 0)).toBe(codeAt(whole, 0))
})

test('a secret of any length makes codes', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z2-7]{16,64}$/), (secret) => {
      expect(codeAt(secret, 1_000_000)).toMatch(/^\d{6}$/)
    }),
  )
})

test('another phone scans for itself, and knows which code is spent', async () => {
  const { app } = phone()
  const spent = await app.right()
  const other = app.copy()
  expect(other.used()).toBe(spent)
  expect(await other.right()).not.toBe(spent)
  const own = app.used()
  other.scan(enrolmentOfKey('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'))
  expect(await other.current()).not.toBe(await app.current())
  expect(app.used()).toBe(own)
})
