const LEAST = 12
const MOST = 256

/**
 * The vendor asks for 12 characters, more than ASVS 5.0 6.2.1; NIST SP 800-63B-4 section 3.1.1.2 counts Unicode code points,
 * wants at least 64 to be possible, and forbids rules about their kinds (ASVS 5.0 6.2.5 and 6.2.9). Answers what is wrong.
 */
export function limitPasswordLength(password: string): string | undefined {
  const length = [...password.normalize('NFC')].length
  if (length < LEAST) return `Use at least ${LEAST} characters`
  return length > MOST ? `Use at most ${MOST} characters` : undefined
}
