import { generateTOTP } from '@otplib/uri'
import QRCode from 'qrcode'
import { newSecret } from '../devices/one-time-code.ts'

/** What a product makes when a person enrols an app: a secret in Base32, and its QR code as a data URL. */
export async function makeEnrolment(
  account: string,
  issuer: string,
): Promise<{ secret: string; qr: string }> {
  const secret = newSecret()
  const uri = generateTOTP({ issuer, label: account, secret })
  return { secret, qr: await QRCode.toDataURL(uri, { margin: 2, width: 392 }) }
}
