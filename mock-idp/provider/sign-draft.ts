import { createHmac } from 'node:crypto'
import { base64url, CompactSign, exportSPKI, importJWK } from 'jose'
import { publicKeyOf } from '../keys/public.ts'
import { makeSigningKey, type SigningAlg, type SigningKey } from '../keys/signing-key.ts'
import type { TokenDraft } from '../misbehaviours/types.ts'

export class NoSigningKey extends Error {
  readonly code = 'NO_SIGNING_KEY'
  constructor(alg: string) {
    super(`This issuer has no key for ${alg}: choose RS256 or ES256 for the application.`)
  }
}

const encode = (value: unknown) => base64url.encode(JSON.stringify(value))

function hmac({ header, claims }: TokenDraft, secret: string): string {
  const input = `${encode(header)}.${encode(claims)}`
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`
}

/** Importing takes as long as signing, and an issuer's keys stay. */
const imported = new WeakMap<SigningKey, ReturnType<typeof importJWK>>()

function importOnce(key: SigningKey) {
  const known = imported.get(key) ?? importJWK(key, key.alg)
  imported.set(key, known)
  return known
}

async function asymmetric({ header, claims }: TokenDraft, key: SigningKey): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader(header)
    .sign(await importOnce(key))
}

/** Changes the first character of the signature, which carries six whole bits of it. */
function corrupt(jwt: string): string {
  const start = jwt.lastIndexOf('.') + 1
  return jwt.slice(0, start) + (jwt[start] === 'A' ? 'B' : 'A') + jwt.slice(start + 1)
}

const asSigningAlg = (alg: string): SigningAlg => (alg === 'ES256' ? 'ES256' : 'RS256')

/** Signs a token as its draft says; `keys` are the issuer's, `secret` is the client's. */
export async function signDraft(
  draft: TokenDraft,
  keys: readonly SigningKey[],
  secret: string,
): Promise<string> {
  const { header, claims, signature } = draft
  if (signature === 'none') return `${encode(header)}.${encode(claims)}.`
  if (signature === 'client-secret') return hmac(draft, secret)
  if (signature === 'foreign-key') return asymmetric(draft, await makeSigningKey(asSigningAlg(header.alg)))
  if (signature === 'key-in-header') {
    const foreign = await makeSigningKey(asSigningAlg(header.alg))
    const { x5c, kid, ...jwk } = publicKeyOf(foreign)
    return asymmetric({ ...draft, header: { ...header, kid, jwk, x5c } }, foreign)
  }
  const key = keys.find(({ alg }) => alg === header.alg) ?? (signature === 'public-key' ? keys[0] : undefined)
  if (!key) throw new NoSigningKey(header.alg)
  if (signature === 'public-key') {
    const publicKey = await importJWK({ ...publicKeyOf(key), ext: true }, key.alg)
    if (publicKey instanceof Uint8Array) throw new NoSigningKey(key.alg)
    return hmac(draft, await exportSPKI(publicKey))
  }
  const namesKey = header.kid !== undefined
  const jwt = await asymmetric({ ...draft, header: namesKey ? { ...header, kid: key.kid } : header }, key)
  return signature === 'corrupt' ? corrupt(jwt) : jwt
}
