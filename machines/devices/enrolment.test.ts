import fc from 'fast-check'
import { generateURI } from 'otplib'
import { expect, test } from 'vitest'
import { type Enrolment, enrolmentIn, enrolmentOf, enrolmentOfKey, keyIn, shortKeyIn } from './enrolment.ts'

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
        expect(enrolmentIn(generateURI({ ...enrolment, issuer: name, label: name }))).toMatchObject(enrolment)
      },
    ),
  )
})

test('what an otpauth address leaves out is as usual', () => {
  expect(enrolmentIn('otpauth://totp/1Secure:ada%40example.com?secret=JBSWY3DPEHPK3PXP')).toEqual({
    secret: 'JBSWY3DPEHPK3PXP',
    ...usual,
    account: 'ada@example.com',
  })
})

test.each([
  ['otpauth://totp/1Secure:%20ada%40example.com', 'ada@example.com'],
  ['otpauth://totp/ada%40example.com', 'ada@example.com'],
  ['otpauth://totp/', undefined],
  ['otpauth://totp/%', undefined],
])('the account that %s names is %s', (address, account) => {
  expect(enrolmentIn(`${address}?secret=JBSWY3DPEHPK3PXP`)?.account).toBe(account)
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

test.each([
  'otpauth://totp/x?secret=jbsw%20y3dp%20ehpk%203pxp&algorithm=SHA256&digits=8&period=60',
  'otpauth://totp/x?secret=JBSW-Y3DP-EHPK-3PXP&algorithm=SHA-256&digits=8&period=60',
  'otpauth://totp/x?secret=JBSWY3DPEHPK3PXP%3D%3D&algorithm=sha256&digits=8&period=60',
  ' otpauth://totp/x?secret=JBSWY3DPEHPK3PXP&algorithm=HmacSHA256&digits=8&period=60',
])('%s is read although it is written otherwise', (address) => {
  expect(enrolmentOf(address)).toEqual({
    secret: 'JBSWY3DPEHPK3PXP',
    account: 'x',
    digits: 8,
    period: 60,
    algorithm: 'sha256',
  })
})

test('a key that is alone may be in any groups, in lower case, and with padding', () => {
  for (const key of [
    'jbswy3dpehpk3pxp',
    'jbs wy3 dpe hpk 3px p',
    'JBSWY3DP EHPK3PXP==',
    'jbsw-y3dp-ehpk-3pxp',
  ])
    expect(keyIn(`\n${key} `, 'alone')).toEqual({ secret: 'JBSWY3DPEHPK3PXP', ...usual })
})

test.each([
  'scan this code with your app',
  'ada@example.com',
  '123456',
  'SCAN THIS CODE WITH YOUR PHONE',
  'jbsw 234',
  'closed 2 of 35 requests today',
  'Signed in 2 times since Friday',
  'Bin24Harbour7Otter5x',
])('a text that is no key is none: %s', (text) => {
  expect(keyIn(text, 'alone')).toBeUndefined()
})

test('a key that is too short is read as one, so that its length can be judged', () => {
  for (const key of ['JBSWY3DP', ' JBSW-Y3DP ', 'JBSW Y3DP EHPK'])
    expect(shortKeyIn(key)).toEqual({ secret: key.replace(/[ -]/g, ''), ...usual })
})

test.each(['CONTINUE', '23456723', 'SECTION 2', 'METHOD 22', 'jamie234', 'JBSWY3DPEHPK3PXP', 'RFC 6238'])(
  'a text that is no short key is none: %s',
  (text) => {
    expect(shortKeyIn(text)).toBeUndefined()
  },
)
