import { PNG } from 'pngjs'
import { expect, test } from 'vitest'
import { readQrCode } from '../../machines/devices/qr-code.ts'
import { qrCode } from './qr-code.ts'

const address = (length: number) =>
  `otpauth://totp/Netwrix%201Secure:new.administrator%40abcdefghijkl.example.com?secret=${'GAXGGZBX'.repeat(length)}&issuer=Netwrix%201Secure`

test.each([1, 4, 12])('a phone reads what is in the picture (%i)', (length) => {
  const url = qrCode(address(length))
  const picture = PNG.sync.read(Buffer.from(url.split(',')[1] ?? '', 'base64'))
  expect(picture.width).toBe(picture.height)
  expect(readQrCode(picture)).toBe(address(length))
})
