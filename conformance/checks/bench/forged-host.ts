/** A site of somebody else, and a host that nobody has configured: the name has no owner (RFC 6761 section 6.5). */
export const EVIL = 'evil.example'

/** Headers by which proxies say what host a request was for. */
export const FORWARDED = {
  'x-forwarded-host': EVIL,
  'x-forwarded-server': EVIL,
  'x-host': EVIL,
  'x-original-host': EVIL,
  forwarded: `host=${EVIL}`,
}
