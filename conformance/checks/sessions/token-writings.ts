/** What a cookie or a token says in plain text, and how it is written with another text. */
export interface Writing {
  text: string
  write(text: string): string
}

const BASE64 = /^[\w+/-]{8,}={0,2}$/

/** The text of a part that is base64 or base64url (RFC 4648 sections 4 and 5); `undefined` where it holds none. */
function inBase64(part: string): Writing | undefined {
  if (!BASE64.test(part)) return undefined
  const text = Buffer.from(part, 'base64').toString()
  const encoding = /[+/=]/.test(part) ? 'base64' : 'base64url'
  const write = (other: string) => Buffer.from(other).toString(encoding)
  return text.includes('\ufffd') ? undefined : { text, write }
}

/** Every way in which the value of a cookie or a token may be read: as it is, percent-encoded, and each part of it as base64. */
export function writingsOf(value: string): Writing[] {
  const writings: Writing[] = [{ text: value, write: (text) => text }]
  const plain = decoded(value)
  if (plain !== value) writings.push({ text: plain, write: encodeURIComponent })
  const write = plain === value ? (text: string) => text : encodeURIComponent
  for (const part of plain.split(/[.:|]/)) {
    const inside = inBase64(part)
    if (inside)
      writings.push({ text: inside.text, write: (text) => write(plain.replace(part, inside.write(text))) })
  }
  return writings
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** A JSON Web Token (RFC 7519 section 3) in its parts; `undefined` for a value that is none. */
function partsOf(value: string) {
  const [header = '', payload, signature = '', ...more] = value.split('.')
  const read = inBase64(header)
  const isToken =
    read?.text.startsWith('{') && payload !== undefined && signature.length >= 20 && more.length === 0
  return read?.text.startsWith('{') && isToken ? { header, payload, signature, read } : undefined
}

/**
 * The same JSON Web Token without a signature, as `none` allows it (RFC 7519 section 6), and with one that is wrong in one character.
 * None for a value that is no such token.
 */
export function unsigned(value: string): string[] {
  const parts = partsOf(value)
  if (!parts) return []
  const { header, payload, signature, read } = parts
  const none = read.write(JSON.stringify({ ...JSON.parse(read.text), alg: 'none' }))
  const middle = Math.floor(signature.length / 2)
  const other = signature[middle] === 'A' ? 'B' : 'A'
  const spoiled = signature.slice(0, middle) + other + signature.slice(middle + 1)
  return [`${none}.${payload}.`, `${header}.${payload}.`, `${header}.${payload}.${spoiled}`]
}

/** What another JSON Web Token says, with the signature of this one. None where one of them is no such token. */
export function crossed(value: string, other: string): string[] {
  const [own, theirs] = [partsOf(value), partsOf(other)]
  return own && theirs ? [`${theirs.header}.${theirs.payload}.${own.signature}`] : []
}
