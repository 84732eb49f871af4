import { type Enrolment, enrolmentIn } from '../../../machines/devices/enrolment.ts'
import { readQrCode } from '../../../machines/devices/qr-code.ts'

/**
 * Reads an enrolment out of a picture of a QR code, as a phone's camera does.
 * @param picture address of the picture: a data URL
 * @returns undefined where no enrolment can be read
 */
export async function scan(picture: string): Promise<Enrolment | undefined> {
  const image = await createImageBitmap(await (await fetch(picture)).blob())
  const canvas = new OffscreenCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  if (!context) return undefined
  context.drawImage(image, 0, 0)
  const text = readQrCode(context.getImageData(0, 0, image.width, image.height))
  return text ? enrolmentIn(text) : undefined
}
