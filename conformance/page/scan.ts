import type { Locator, Page } from '@playwright/test'
import { PNG } from 'pngjs'
import { type Enrolment, enrolmentIn, keyIn } from '../../machines/devices/enrolment.ts'
import { readQrCode } from '../../machines/devices/qr-code.ts'
import { takeSnapshot } from './snapshot.ts'

const SMALLEST_QR_CODE = 60
const MOST_PICTURES = 12

/**
 * What the page offers an authenticator app: the QR code as a camera would see it, else the key as text.
 * `undefined` when it offers neither.
 */
export async function scanPage(page: Page): Promise<Enrolment | undefined> {
  for (const picture of await picturesOn(page)) {
    const text = readQrCode(PNG.sync.read(await picture.screenshot()))
    const enrolment = text ? enrolmentIn(text) : undefined
    if (enrolment) return enrolment
  }
  const { texts } = await takeSnapshot(page)
  return keyIn(texts.join('\n'))
}

/** Pictures that are large enough and square, as a QR code is. */
async function picturesOn(page: Page): Promise<Locator[]> {
  const pictures = await page.locator('img:visible, svg:visible, canvas:visible').all()
  const boxes = await Promise.all(
    pictures.slice(0, MOST_PICTURES).map(async (picture) => ({ picture, box: await picture.boundingBox() })),
  )
  return boxes.flatMap(({ picture, box }) =>
    box && box.width >= SMALLEST_QR_CODE && Math.abs(box.width - box.height) < box.width / 10
      ? [picture]
      : [],
  )
}
