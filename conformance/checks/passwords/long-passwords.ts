/** 80 characters: more than the 72 bytes that bcrypt reads. */
const LONG = 'violet harbour 27 lanterns and a dozen Grey herons on the long wet pier at noonx'
/** 6.2.9: as many characters as every product must permit. */
const PERMITTED = 64

/**
 * What a product refuses aloud, as one does that hashes with bcrypt, it does not cut off: where the first is not accepted, the second one
 * is tried, which has the 64 characters that it must permit.
 */
export const longPasswords = [LONG, LONG.slice(0, PERMITTED)] as const

/** Passwords that differ from a long one in little. */
export const nearlyThat = (long: string) => [
  { claim: 'last', of: 'another last character', password: `${long.slice(0, -1)}y` },
  { claim: 'case', of: 'lower case', password: long.toLowerCase() },
]
