const decode = (part: string) => {
  try {
    return decodeURIComponent(part.replaceAll('+', '%20'))
  } catch {
    return part
  }
}

function decoded(header: string | undefined): string | undefined {
  const encoded = /^basic ([\w+/=-]+)$/i.exec(header ?? '')?.[1]
  return encoded && Buffer.from(encoded, 'base64').toString('utf8')
}

/** Client id and secret from an Authorization header (RFC 6749 section 2.3.1); undefined when it has none. */
export function basicCredentials(header: string | undefined): { id: string; secret: string } | undefined {
  const pair = decoded(header) ?? ''
  const colon = pair.indexOf(':')
  return colon < 0 ? undefined : { id: decode(pair.slice(0, colon)), secret: decode(pair.slice(colon + 1)) }
}

/** A client id alone where id and secret belong: how okta-auth-js names a client without a secret. */
export function bareClientId(header: string | undefined): string | undefined {
  const text = decoded(header)
  return text === undefined || text.includes(':') ? undefined : decode(text)
}
