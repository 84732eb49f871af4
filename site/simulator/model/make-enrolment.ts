import { generateSecret, generateURI } from 'otplib'
import QRCode from 'qrcode'

/** What a product makes when a person enrols an app: a secret in Base32, and its QR code as a data URL. */
export async function makeEnrolment(
  account: string,
  issuer: string,
): Promise<{ secret: string; qr: string }> {
  const secret = generateSecret()
  const uri = generateURI({ issuer, label: account, secret })
  return { secret, qr: await QRCode.toDataURL(uri, { margin: 2, width: 392 }) }
}
