import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { KeyCredential } from './target.ts'

/**
 * A credential as it were after a registration: what the key keeps, and what the deployment has stored about it.
 * @param rpId host name of the deployment
 */
export function makeKeyCredential(rpId: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(32)
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const held: KeyCredential = {
    credentialId: id.toString('base64'),
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    rpId,
    signCount: 0,
  }
  const enrolled = { id: id.toString('base64url'), publicKey: coseKey(x, y), counter: 0 }
  return { held, enrolled }
}

/** RFC 9053 section 7.1.1: an EC2 key on P-256 for ES256, its coordinates base64url; the answer as well. */
function coseKey(x: string, y: string) {
  const [map5, kty, ec2, alg, es256, crv, p256] = [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01]
  const coordinate = (label: number, value: string) => [label, 0x58, 32, ...Buffer.from(value, 'base64url')]
  return Buffer.from([
    ...[map5, kty, ec2, alg, es256, crv, p256],
    ...coordinate(0x21, x),
    ...coordinate(0x22, y),
  ]).toString('base64url')
}
