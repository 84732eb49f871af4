/** Shorter words than this occur by chance. */
const SHORTEST = 5

/** NIST SP 800-63B-4 section 3.1.1.2, ASVS 5.0 6.2.11: no names of the user, the tenant or the product. Answers what is wrong. */
export function refuseNamesInPassword(password: string, names: string[]): string | undefined {
  const lower = password.toLowerCase()
  const words = names.flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{N}]+/u))
  const found = words.some((word) => word.length >= SHORTEST && lower.includes(word))
  return found ? 'Leave your name, your company and the product out of the password' : undefined
}
