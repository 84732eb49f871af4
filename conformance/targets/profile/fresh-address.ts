import { randomBytes } from 'node:crypto'

/** An address in a domain without an owner (RFC 2606). No `+`: some products refuse it. */
export const defaultAddress = (id: string) => `doorstep-${id}@example.com`

export const domainOf = (email: string) => email.slice(email.lastIndexOf('@') + 1)

/** An unused address. */
export const freshAddress = (make: (id: string) => string) => make(randomBytes(6).toString('hex'))
