import jsqr from 'jsqr'
import { parse } from 'node-html-parser'
import { generateSync } from 'otplib'
import { PNG } from 'pngjs'

/** The code that an app shows at a moment in ms. */
export const codeAt = (secret: string, ms: number) => generateSync({ secret, epoch: Math.floor(ms / 1000) })

/** A code that differs in one digit. */
export const wrong = (code: string) => code.replace(/^./, (digit) => String((Number(digit) + 5) % 10))

/** What a phone reads from the picture on the page: an `otpauth:` address. */
export function scan(html: string): URL {
  const src = parse(html).querySelector('img[alt="QR code"]')?.getAttribute('src') ?? ''
  const { data, width, height } = PNG.sync.read(Buffer.from(src.slice(src.indexOf(',') + 1), 'base64'))
  return new URL(jsqr(new Uint8ClampedArray(data), width, height)?.data ?? 'none:')
}

export const secretOf = (html: string) => scan(html).searchParams.get('secret') ?? ''
