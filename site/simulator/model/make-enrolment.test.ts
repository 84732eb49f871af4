import { expect, test } from 'vitest'
import { enrolmentIn } from '../../../machines/devices/enrolment.ts'
import { readQrCode } from '../../../machines/devices/qr-code.ts'
import { makeEnrolment } from './make-enrolment.ts'

/** Pixels of a module: the reader wants some. */
const SCALE = 4

/** The picture of an SVG that has nothing but squares of one unit. */
function drawn(address: string) {
  const svg = decodeURIComponent(address.replace('data:image/svg+xml,', ''))
  const side = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]) * SCALE
  const data = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [, x, y] of svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let n = 0; n < SCALE ** 2; n++) {
      const column = Number(x) * SCALE + (n % SCALE)
      const row = Number(y) * SCALE + Math.floor(n / SCALE)
      data.set([0, 0, 0, 255], (row * side + column) * 4)
    }
  return { data, width: side, height: side }
}

test('the QR code says the secret and the account, as a phone reads it', async () => {
  const { secret, qr } = await makeEnrolment('ada@example.com', '1Secure')
  const read = enrolmentIn(readQrCode(drawn(qr)) ?? '')
  expect(read).toMatchObject({ secret, account: 'ada@example.com', digits: 6, period: 30 })
})
