import { hmacOf, uint } from '../../machines/devices/bytes.ts'
import { enrolmentOf } from '../../machines/devices/enrolment.ts'
import { asDate } from './times.ts'

/** One step by which a one-time code is made. */
export interface CodeStep {
  name: string
  value: string
  says: string
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Base32 (RFC 4648 section 6); `undefined` where it is none. */
function fromBase32(text: string): Uint8Array<ArrayBuffer> | undefined {
  const digits = [...text.replace(/=+$/, '')].map((character) => ALPHABET.indexOf(character))
  if (digits.length === 0 || digits.includes(-1)) return undefined
  const bits = digits.map((digit) => digit.toString(2).padStart(5, '0')).join('')
  return Uint8Array.from(bits.match(/[01]{8}/g) ?? [], (byte) => Number.parseInt(byte, 2))
}

const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')

const hashes = { sha1: 'SHA-1', sha256: 'SHA-256', sha512: 'SHA-512' } as const

/**
 * How the code of a moment is made, step by step (RFC 6238 section 4, RFC 4226 section 5.3).
 * @param known a secret as text, or an otpauth address
 * @param at ms since 1970
 */
export async function codeSteps(known: string, at: number): Promise<CodeStep[] | { wrong: string }> {
  const { secret, digits, period, algorithm } = enrolmentOf(known)
  const bytes = fromBase32(secret)
  if (!bytes || bytes.length === 0)
    return {
      wrong:
        'This is not the secret of an authenticator app. Such a secret is Base32: letters and the digits 2 to 7.',
    }
  const seconds = Math.floor(at / 1000)
  const step = Math.floor(seconds / period)
  const counter = Uint8Array.from([...uint(Math.floor(step / 2 ** 32), 4), ...uint(step >>> 0, 4)])
  const mac = hmacOf(algorithm, bytes, counter)
  const offset = (mac.at(-1) ?? 0) & 0x0f
  const number = new DataView(mac.buffer).getUint32(offset) & 0x7fffffff
  const code = String(number % 10 ** digits).padStart(digits, '0')
  return [
    {
      name: 'Secret',
      value: secret,
      says: `${bytes.length * 8} random bits. The product and the app share them since the scan of the QR code. Nobody sends them again.`,
    },
    {
      name: 'Time',
      value: asDate(seconds),
      says: `${seconds} seconds since 1970. The clocks of product and app must agree to within about 30 seconds.`,
    },
    {
      name: 'Time step',
      value: String(step),
      says: `${seconds} divided by ${period}, rounded down. The time step stays the same for ${period} seconds, and so does the code.`,
    },
    {
      name: `HMAC-${hashes[algorithm]}`,
      value: hex(mac),
      says: 'Combines secret and time step. Nobody can work out the secret from the result.',
    },
    {
      name: 'Offset',
      value: String(offset),
      says: 'The last four bits of the HMAC. They say where to take four bytes from.',
    },
    { name: 'Number', value: String(number), says: 'These four bytes as a number, without the sign bit.' },
    {
      name: 'Code',
      value: code,
      says: `The last ${digits} digits. At that moment, the code was valid for another ${period - (seconds % period)} of ${period} seconds.`,
    },
  ]
}
