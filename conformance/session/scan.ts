import type { Locator, Page } from '@playwright/test'
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { type Enrolment, enrolmentIn, enrolmentOfKey } from './authenticator-app.ts'
import { takeSnapshot } from './snapshot.ts'

const SMALLEST_QR_CODE = 60
const MOST_PICTURES = 12
/** Base32, 16 characters or more, in groups or not: how a key is shown to those who cannot scan. */
const KEY_AS_TEXT = /\b(?:[A-Z2-7]{4}[ -]?){4,}[A-Z2-7]{0,4}\b/

/** The text of the QR code in a PNG picture; `undefined` when there is none. */
export function readQrCode(png: Buffer): string | undefined {
  const { data, width, height } = PNG.sync.read(png)
  return jsQR(new Uint8ClampedArray(data), width, height)?.data
}

/**
 * What the page offers an authenticator app: the QR code as a camera would see it, else the key as text.
 * `undefined` when it offers neither.
 */
export async function scanPage(page: Page): Promise<Enrolment | undefined> {
  for (const picture of await picturesOn(page)) {
    const text = readQrCode(await picture.screenshot())
    const enrolment = text ? enrolmentIn(text) : undefined
    if (enrolment) return enrolment
  }
  const { texts } = await takeSnapshot(page)
  const key = KEY_AS_TEXT.exec(texts.join('\n'))
  return key ? enrolmentOfKey(key[0]) : undefined
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
