import fc from 'fast-check'
import { generateURI } from 'otplib'
import { expect, test } from 'vitest'
import { type Enrolment, enrolmentIn, enrolmentOfKey, keyIn } from './enrolment.ts'

const base32 = fc.stringMatching(/^[A-Z2-7]{16,64}$/)
const usual = { digits: 6, period: 30, algorithm: 'sha1' } as const

test('an otpauth address says how codes are made, whatever the account is called', () => {
  fc.assert(
    fc.property(
      fc.record<Enrolment>({
        secret: base32,
        digits: fc.constantFrom(6, 7, 8),
        period: fc.integer({ min: 1, max: 300 }),
        algorithm: fc.constantFrom('sha1', 'sha256', 'sha512'),
      }),
      fc.string({ minLength: 1 }).filter((name) => !name.includes(':')),
      (enrolment, name) => {
        expect(enrolmentIn(generateURI({ ...enrolment, issuer: name, label: name }))).toEqual(enrolment)
      },
    ),
  )
})

test('what an otpauth address leaves out is as usual', () => {
  expect(enrolmentIn('otpauth://totp/1Secure:ada%40example.com?secret=JBSWY3DPEHPK3PXP')).toEqual({
    secret: 'JBSWY3DPEHPK3PXP',
    ...usual,
  })
})

test.each([
  'https://example.com/?secret=JBSWY3DPEHPK3PXP',
  'otpauth://hotp/x?secret=JBSWY3DPEHPK3PXP&counter=1',
  'otpauth://totp/x',
  'otpauth://totp/x?secret=JBSWY3DPEHPK3PXP&digits=many',
  'no address',
])('%s enrols nothing', (text) => {
  expect(enrolmentIn(text)).toBeUndefined()
})

test('a key means the same in groups, in lower case, and among other words', () => {
  fc.assert(
    fc.property(base32, fc.constantFrom(' ', '-', ''), (secret, gap) => {
      const grouped = secret.match(/.{1,4}/g)?.join(gap) ?? ''
      expect(enrolmentOfKey(grouped.toLowerCase())).toEqual({ secret, ...usual })
      expect(keyIn(`Type this key:\n${grouped}\ninto your app.`)).toEqual({ secret, ...usual })
    }),
  )
})

test('a text without a key enrols nothing', () => {
  expect(keyIn('Scan the QR code with your app. Trouble scanning?')).toBeUndefined()
})
