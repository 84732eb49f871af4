import type { JWK } from 'jose'

const privateMembers = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'])

/** The public half of a key (RFC 7517): everything but the private members. */
export const publicKeyOf = (key: JWK): JWK =>
  Object.fromEntries(Object.entries(key).filter(([name]) => !privateMembers.has(name)))
