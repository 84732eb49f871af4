/** A host that nobody has configured (RFC 6761 section 6.5). */
export const EVIL = 'evil.example'

/** Headers by which proxies say what host a request was for. */
export const FORWARDED = {
  'x-forwarded-host': EVIL,
  'x-forwarded-server': EVIL,
  'x-host': EVIL,
  'x-original-host': EVIL,
  forwarded: `host=${EVIL}`,
}
