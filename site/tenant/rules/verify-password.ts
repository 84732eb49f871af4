import { verify } from '@node-rs/argon2'
import { hashPassword } from './hash-password.ts'

const nobody = hashPassword('the hash that is compared where there is no account')

/**
 * Log-in.4: only the valid password goes on, as it was chosen to the last character (ASVS 5.0 6.2.8). Without a hash (nobody has this address, or the account is not active) the
 * work is done all the same, so that the time says nothing (ASVS 5.0 6.3.8).
 */
export async function verifyPassword({
  hash,
  password,
}: {
  hash: string | null
  password: string
}): Promise<boolean> {
  const right = await verify(hash ?? (await nobody), password.normalize('NFC'))
  return right && hash !== null
}
