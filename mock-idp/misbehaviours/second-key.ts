import { generateKeyPairSync } from 'node:crypto'
import type { JWK } from 'jose'

let made: JWK | undefined

/** A public RSA key that nothing is signed with, made once per process. */
export function secondKey(): JWK {
  made ??= {
    ...generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' }),
    kid: 'nothing-is-signed-with-this-one',
    use: 'sig',
  }
  return made
}
