/** One of each that look alike: no 0 and O, no 1, I and L, no 2 and Z, no 5 and S; B without 8, G without 6, U without V. */
const ALPHABET = '3479ABCDEFGHJKMNPQRTUWXY'

/** A class code as people type it, in the form in which it is kept; undefined where it cannot be one. */
export function readCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s-]/g, '')
  return code.length === 6 && [...code].every((character) => ALPHABET.includes(character)) ? code : undefined
}

/**
 * Six characters.
 * @param random answers that many random bytes
 */
export function makeCode(random: (bytes: number) => Uint8Array): string {
  const fair = 256 - (256 % ALPHABET.length)
  const characters: string[] = []
  while (characters.length < 6)
    for (const byte of random(8))
      if (byte < fair && characters.length < 6) characters.push(ALPHABET.charAt(byte % ALPHABET.length))
  return characters.join('')
}

/** As it is read out: two groups of three. */
export const spokenCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`
