import type { Frame, Locator, Page } from '@playwright/test'
import { PNG } from 'pngjs'
import { type Enrolment, enrolmentIn, keyIn, shortKeyIn } from '../../machines/devices/enrolment.ts'
import { readQrCode } from '../../machines/devices/qr-code.ts'
import { copiedBy } from './copied.ts'
import { framesOf, inFrames } from './frames.ts'
import { takeSnapshot } from './take-snapshot.ts'

const SMALLEST_QR_CODE = 60
const MOST_PICTURES = 12
/** Milliseconds that what a button shows may take. */
const SHOWN = 300
const BRIEFLY = { timeout: 1_000 }

/** What people press who cannot scan, and what copies the key. */
const SHOWS =
  /can.?t scan|cannot scan|unable to scan|(?:no|without a?) ?camera|trouble|manual|set.?up key|secret|enter (?:the |a )?(?:key|code)|show (?:the )?key/i
const COPIES = /copy/i

/**
 * What the page offers an authenticator app: the QR code as a camera would see it, else the key as text, in a field, or behind a
 * button for people who cannot scan. `undefined` when it offers none of these.
 */
export async function scanPage(page: Page): Promise<Enrolment | undefined> {
  return (
    (await scanWhatIsShown(page)) ??
    (await searchBehindButtons(page, scanWhatIsShown)) ??
    (await readShortKey(page))
  )
}

const scanWhatIsShown = async (page: Page): Promise<Enrolment | undefined> =>
  (await scanPictures(page)) ?? readKey(page)

/** What a camera sees in the QR code on the page; `undefined` where there is none. */
export async function scanPictures(page: Page): Promise<Enrolment | undefined> {
  for (const picture of await picturesOn(page)) {
    const enrolment = await enrolmentInPicture(picture)
    if (enrolment) return enrolment
  }
  return undefined
}

/** The key as people type it who cannot scan: on the page, or behind a button for them. `undefined` where there is none. */
export const writtenKey = async (page: Page): Promise<Enrolment | undefined> =>
  (await readKey(page)) ?? (await searchBehindButtons(page, readKey)) ?? (await readShortKey(page))

async function readKey(page: Page): Promise<Enrolment | undefined> {
  const { texts } = await takeSnapshot(page)
  return (await writtenOn(page, texts)) ?? keyIn(texts.join('\n'))
}

async function readShortKey(page: Page): Promise<Enrolment | undefined> {
  const written = [...(await fieldsOf(page)), ...(await takeSnapshot(page)).texts]
  return written.map(shortKeyIn).find((key) => key !== undefined)
}

/** A picture as it is seen; where that is too small or has no margin, as it was drawn. */
async function enrolmentInPicture(picture: Locator): Promise<Enrolment | undefined> {
  const seen = PNG.sync.read(await picture.screenshot())
  const drawn = async () => {
    const url = await picture.evaluate(drawnAt).catch(() => undefined)
    return url && PNG.sync.read(Buffer.from(url.split(',')[1] ?? '', 'base64'))
  }
  for (const look of [
    async () => seen,
    async () => withMargin(seen),
    async () => withMargin(await drawn()),
  ]) {
    const pixels = await look()
    const text = pixels && readQrCode(pixels)
    const enrolment = text ? enrolmentIn(text) : undefined
    if (enrolment) return enrolment
  }
  return undefined
}

/** A picture in its own size, as a data URL. Runs in the page. */
function drawnAt(picture: Element): string | undefined {
  if (picture instanceof HTMLCanvasElement) return picture.toDataURL('image/png')
  if (!(picture instanceof HTMLImageElement)) return undefined
  const canvas = document.createElement('canvas')
  canvas.width = picture.naturalWidth
  canvas.height = picture.naturalHeight
  canvas.getContext('2d')?.drawImage(picture, 0, 0)
  return canvas.toDataURL('image/png')
}

/** The same on white: a QR code is only found with a quiet zone (ISO/IEC 18004 asks for four modules). */
function withMargin(picture: PNG | '' | undefined): PNG | undefined {
  if (!picture) return undefined
  const margin = Math.ceil(Math.max(picture.width, picture.height) / 8)
  const wide = new PNG({ width: picture.width + 2 * margin, height: picture.height + 2 * margin })
  wide.data.fill(255)
  PNG.bitblt(picture, wide, 0, 0, picture.width, picture.height, margin, margin)
  return wide
}

/** An otpauth address behind a link, or a key that is the whole of a field or of a text. */
async function writtenOn(page: Page, texts: string[]): Promise<Enrolment | undefined> {
  const links = await inFrames(page, (frame) =>
    frame
      .locator('a[href^="otpauth:"]')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? '')),
  )
  for (const text of [...links, ...(await fieldsOf(page)), ...texts]) {
    const enrolment = enrolmentIn(text.trim()) ?? keyIn(text, 'alone')
    if (enrolment) return enrolment
  }
  return undefined
}

const fieldsOf = (page: Page): Promise<string[]> =>
  inFrames(page, (frame) =>
    frame
      .locator('input:not([type=hidden], [type=password]):visible, textarea:visible')
      .evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value)),
  )

async function searchBehindButtons(
  page: Page,
  look: (page: Page) => Promise<Enrolment | undefined>,
): Promise<Enrolment | undefined> {
  for (const frame of await framesOf(page)) {
    const found = await searchBehindThoseOf(frame, () => look(page))
    if (found) return found
  }
  return undefined
}

async function searchBehindThoseOf(
  frame: Frame,
  look: () => Promise<Enrolment | undefined>,
): Promise<Enrolment | undefined> {
  const buttons = frame.locator(
    'button:visible, summary:visible, [role=button]:visible, [role=tab]:visible, a:visible',
  )
  const names = await buttons.evaluateAll((all) =>
    all.map(
      (one) =>
        `${one.getAttribute('aria-label') ?? ''} ${one.textContent ?? ''} ${one.getAttribute('title') ?? ''}`,
    ),
  )
  for (const [n, name] of names.entries()) {
    const press = () =>
      buttons
        .nth(n)
        .click(BRIEFLY)
        .catch(() => undefined)
    if (COPIES.test(name)) {
      const copied = (await copiedBy(frame, press)) ?? ''
      const enrolment = enrolmentIn(copied.trim()) ?? keyIn(copied, 'alone')
      if (enrolment) return enrolment
    } else if (SHOWS.test(name) && !(await leadsAway(buttons.nth(n)))) {
      await press()
      await frame.waitForTimeout(SHOWN)
      const enrolment = await look()
      if (enrolment) return enrolment
    }
  }
  return undefined
}

/** A link to another page is no way to the key of this one. */
const leadsAway = (link: Locator): Promise<boolean> =>
  link.evaluate(
    (one) => one instanceof HTMLAnchorElement && /^https?:/.test(one.href) && !one.hash,
    undefined,
    BRIEFLY,
  )

/** Pictures that are large enough and square, as a QR code is. */
async function picturesOn(page: Page): Promise<Locator[]> {
  const pictures = await inFrames(page, (frame) =>
    frame.locator('img:visible, svg:visible, canvas:visible, [style*="data:image"]:visible').all(),
  )
  const boxes = await Promise.all(
    pictures.slice(0, MOST_PICTURES).map(async (picture) => ({ picture, box: await picture.boundingBox() })),
  )
  return boxes.flatMap(({ picture, box }) =>
    box && box.width >= SMALLEST_QR_CODE && Math.abs(box.width - box.height) < box.width / 10
      ? [picture]
      : [],
  )
}
