import { generateTOTP } from '@otplib/uri'
import { create } from 'qrcode/lib/core/qrcode.js'
import { newSecret } from '../devices/one-time-code.ts'

/** Light modules around the code. */
const MARGIN = 2

/** A text as a QR code: an SVG, as a data URL. */
function qrCode(text: string): string {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const cells = Array.from({ length: modules.size ** 2 }, (_, n) => [
    n % modules.size,
    Math.floor(n / modules.size),
  ])
  const dark = cells.filter(([x = 0, y = 0]) => modules.get(y, x))
  const path = dark.map(([x = 0, y = 0]) => `M${x + MARGIN} ${y + MARGIN}h1v1h-1z`).join('')
  const side = modules.size + 2 * MARGIN
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="392" height="392" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${path}"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

/** What a product makes when a person enrols an app: a secret in Base32, and its QR code as a data URL. */
export async function makeEnrolment(
  account: string,
  issuer: string,
): Promise<{ secret: string; qr: string }> {
  const secret = newSecret()
  return { secret, qr: qrCode(generateTOTP({ issuer, label: account, secret })) }
}
