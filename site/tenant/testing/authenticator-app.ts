import { parse } from 'node-html-parser'
import { PNG } from 'pngjs'
import { readQrCode } from '../../../machines/devices/qr-code.ts'

/** A code that differs in one digit. */
export const wrong = (code: string) => code.replace(/^./, (digit) => String((Number(digit) + 5) % 10))

/** What a phone reads from the picture on the page: an `otpauth:` address. */
export function scan(html: string): URL {
  const src = parse(html).querySelector('img[alt="QR code"]')?.getAttribute('src') ?? ''
  const picture = PNG.sync.read(Buffer.from(src.slice(src.indexOf(',') + 1), 'base64'))
  return new URL(readQrCode(picture) ?? 'none:')
}

export const secretOf = (html: string) => scan(html).searchParams.get('secret') ?? ''
