import { parse } from '@otplib/uri'

/** How one-time codes are made (RFC 6238), as a QR code hands it over. */
export interface Enrolment {
  /** Base32. */
  secret: string
  /** 6 to 8. */
  digits: number
  /** Seconds that a code is shown. */
  period: number
  algorithm: 'sha1' | 'sha256' | 'sha512'
}

/** What an app assumes where nothing else is said (Key URI Format of Google Authenticator). */
const usual = { digits: 6, period: 30, algorithm: 'sha1' } as const

/** A key that is shown as text, in groups or not. */
export const enrolmentOfKey = (key: string): Enrolment => ({
  secret: key.replace(/[\s-]/g, '').toUpperCase(),
  ...usual,
})

/** Reads `otpauth://totp/…?secret=…`; `undefined` where the text is something else. */
export function enrolmentIn(text: string): Enrolment | undefined {
  try {
    const { type, params } = parse(text)
    const { secret, digits, period, algorithm } = { ...usual, ...params }
    return type === 'totp' ? { ...enrolmentOfKey(secret), digits, period, algorithm } : undefined
  } catch {
    return undefined
  }
}

/** Base32, 16 characters or more, grouped or not: how a key is shown to people who cannot scan. */
const KEY_AS_TEXT = /\b(?:[A-Z2-7]{4}[ -]?){4,}[A-Z2-7]{0,4}\b/

/** Finds the key in a longer text; `undefined` if the text has no key. */
export function keyIn(text: string): Enrolment | undefined {
  const [key] = KEY_AS_TEXT.exec(text) ?? []
  return key ? enrolmentOfKey(key) : undefined
}

const BITS_EACH = 5

/** The bits of a Base32 secret. */
export const bitsOf = ({ secret }: Enrolment): number => secret.replace(/=+$/, '').length * BITS_EACH
