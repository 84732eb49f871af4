import jsQR from 'jsqr'
import { generate, generateSecret, generateURI } from 'otplib'
import QRCode from 'qrcode'

/** An authenticator app's arithmetic; loaded when somebody first reaches for the phone. */

/** A new secret in Base32, as a product makes one at enrolment. */
export const newSecret = (): string => generateSecret()

/** The six digits for a moment (`now` in ms since 1970), RFC 6238 with SHA-1 and 30 seconds. */
export const codeAt = (secret: string, now: number): Promise<string> =>
  generate({ secret, epoch: Math.floor(now / 1000) })

/** The QR code of an enrolment as a data URL. */
export const qrOf = (secret: string, account: string, issuer: string): Promise<string> =>
  QRCode.toDataURL(generateURI({ issuer, label: account, secret }), { margin: 2, width: 392 })

/**
 * Reads the secret out of a picture of a QR code, as a phone's camera does.
 * @param picture address of the picture: a data URL
 * @returns the secret in Base32; undefined where no enrolment can be read
 */
export async function scan(picture: string): Promise<string | undefined> {
  const image = await createImageBitmap(await (await fetch(picture)).blob())
  const canvas = new OffscreenCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  if (!context) return undefined
  context.drawImage(image, 0, 0)
  const { data, width, height } = context.getImageData(0, 0, image.width, image.height)
  const text = jsQR(data, width, height)?.data
  return text && URL.canParse(text) ? (new URL(text).searchParams.get('secret') ?? undefined) : undefined
}
