import { hash } from '@node-rs/argon2'

/** OWASP Password Storage: 19 MiB, two passes, one lane. Argon2id is the library's own default. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** ASVS 5.0 11.4.2: a memory-hard function; NIST SP 800-63B-4 section 3.1.1.2: normalised first. Answers a PHC string. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), cost)
}
