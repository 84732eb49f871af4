const decode = (part: string) => {
  try {
    return decodeURIComponent(part.replaceAll('+', '%20'))
  } catch {
    return part
  }
}

/** Client id and secret from an Authorization header (RFC 6749 section 2.3.1); undefined when it has none. */
export function basicCredentials(header: string | undefined): { id: string; secret: string } | undefined {
  const encoded = /^basic ([\w+/=-]+)$/i.exec(header ?? '')?.[1]
  if (!encoded) return undefined
  const pair = Buffer.from(encoded, 'base64').toString('utf8')
  const colon = pair.indexOf(':')
  return colon < 0 ? undefined : { id: decode(pair.slice(0, colon)), secret: decode(pair.slice(colon + 1)) }
}
