import { generateSecret } from 'otplib'

/** RFC 4226 section 4 (R6), NIST SP 800-63B-4 section 3.1.4: 160 bits, new at each enrolment. Answers base32. */
export function makeSecret(): string {
  return generateSecret({ length: 20 })
}
