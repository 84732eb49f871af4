import { toBuffer } from 'qrcode'
import { expect, test } from 'vitest'
import { enrolmentIn } from './authenticator-app.ts'
import { readQrCode } from './scan.ts'

const uri = 'otpauth://totp/1Secure:ada%40example.com?secret=JBSWY3DPEHPK3PXP&issuer=1Secure&period=60'

test('reads the QR code in a picture', async () => {
  expect(readQrCode(await toBuffer(uri, { type: 'png' }))).toBe(uri)
})

test('an otpauth address says how codes are made', () => {
  expect(enrolmentIn(uri)).toEqual({ secret: 'JBSWY3DPEHPK3PXP', digits: 6, period: 60 })
})

test.each(['https://example.com/?secret=JBSWY3DPEHPK3PXP', 'otpauth://hotp/x?secret=AA', 'no address'])(
  '%s enrols nothing',
  (text) => {
    expect(enrolmentIn(text)).toBeUndefined()
  },
)
