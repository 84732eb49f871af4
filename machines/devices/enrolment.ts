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
  /** The account that the label names, such as `ada@example.com`. */
  account?: string
}

/** What an app assumes where nothing else is said (Key URI Format of Google Authenticator). */
const usual = { digits: 6, period: 30, algorithm: 'sha1' } as const

/** A key that is shown as text, in groups or not. */
export const enrolmentOfKey = (key: string): Enrolment => ({
  secret: key.replace(/[^A-Za-z2-7]/g, '').toUpperCase(),
  ...usual,
})

/** What an account was enrolled with: a key as text, or a whole otpauth address, which says more. */
export const enrolmentOf = (known: string): Enrolment => enrolmentIn(known.trim()) ?? enrolmentOfKey(known)

/**
 * Reads `otpauth://totp/…?secret=…`; `undefined` where the text is something else. What servers write differently is understood:
 * groups in the secret, `SHA-256`, `HmacSHA256`.
 */
export function enrolmentIn(text: string): Enrolment | undefined {
  try {
    const address = new URL(text)
    const { searchParams: given } = address
    given.set('secret', enrolmentOfKey(given.get('secret') ?? '').secret)
    const named = given.get('algorithm')
    if (named) given.set('algorithm', named.replace(/[\s_-]|hmac/gi, '').toUpperCase())
    const { type, params } = parse(address.href)
    const { secret, digits, period, algorithm } = { ...usual, ...params }
    if (type !== 'totp' || !secret) return undefined
    return { ...enrolmentOfKey(secret), digits, period, algorithm, ...accountIn(address) }
  } catch {
    return undefined
  }
}

/** The label is the account, or the issuer, a colon and the account. */
function accountIn({ pathname }: URL): Pick<Enrolment, 'account'> {
  const account = decodeURIComponent(pathname).replace(/^\/+/, '').split(':').at(-1)?.trim()
  return account ? { account } : {}
}

/** Base32, 16 characters or more, grouped or not: how a key is shown to people who cannot scan. */
const KEY_AS_TEXT = /\b(?:[A-Z2-7]{4}[ -]?){4,}[A-Z2-7]{0,4}\b/
/** The same where nothing else is with it: in one case, in groups of any size. */
const KEY_ALONE = /^(?:[A-Z2-7]+(?:[\s-]+[A-Z2-7]+)*|[a-z2-7]+(?:[\s-]+[a-z2-7]+)*)=*$/
const LEAST_CHARACTERS = 16
/** Sentences have no digits, and no words of this length. */
const NO_WORDS = /[2-7]|[A-Za-z]{16}/

/** Groups of a key have one size; the last one may be shorter. Words have several: “closed 2 of 35 requests today”. */
function isGrouped(key: string): boolean {
  const sizes = key.split(/[\s-]+/).map((group) => group.replace(/=+$/, '').length)
  const [first = 0] = sizes
  return sizes.every((size, n) => size === first || (n === sizes.length - 1 && size < first))
}

/**
 * Finds the key in a text; `undefined` if the text has no key.
 * @param how whether other words may be around it
 */
export function keyIn(text: string, how: 'among-words' | 'alone' = 'among-words'): Enrolment | undefined {
  if (how === 'alone') {
    const alone = text.trim()
    const enrolment = enrolmentOfKey(alone)
    const isKey = KEY_ALONE.test(alone) && NO_WORDS.test(alone) && isGrouped(alone)
    return isKey && enrolment.secret.length >= LEAST_CHARACTERS ? enrolment : undefined
  }
  const [key] = KEY_AS_TEXT.exec(text) ?? []
  return key ? enrolmentOfKey(key) : undefined
}

const SHORT_KEY = /^(?=.*[2-7])(?=.*[A-Z])(?:[A-Z2-7]{8,15}|[A-Z2-7]{4}(?:[ -][A-Z2-7]{4}){1,2})=*$/

/**
 * A text that is nothing but a key of 40 to 79 bits: too short to be safe, and therefore worth reading. Much else looks like it, so it
 * counts only where no longer one is found.
 */
export const shortKeyIn = (text: string): Enrolment | undefined =>
  SHORT_KEY.test(text.trim()) ? enrolmentOfKey(text) : undefined

const BITS_EACH = 5

/** The bits of a Base32 secret. */
export const bitsOf = ({ secret }: Enrolment): number => secret.replace(/=+$/, '').length * BITS_EACH
