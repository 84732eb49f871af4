import { PNG } from 'pngjs'
import { toBuffer } from 'qrcode'
import { expect, test } from 'vitest'
import { readQrCode } from './qr-code.ts'

const uri = 'otpauth://totp/1Secure:ada%40example.com?secret=JBSWY3DPEHPK3PXP&issuer=1Secure&period=60'

test('reads the QR code in a picture', async () => {
  expect(readQrCode(PNG.sync.read(await toBuffer(uri, { type: 'png' })))).toBe(uri)
})

test('finds none in a blank picture', () => {
  expect(
    readQrCode({ data: new Uint8Array(100 * 100 * 4).fill(255), width: 100, height: 100 }),
  ).toBeUndefined()
})
