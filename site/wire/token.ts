import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, type JSONWebKeySet, jwtVerify } from 'jose'
import { type Claim, claimsOf, type Expected } from './claims.ts'

/** What is known of a token. */
export interface ReadToken {
  header: Readonly<Record<string, unknown>>
  claims: Claim[]
  signature: Check
}

/** Whether something holds; `unknown` where what it is compared with was not seen. */
export interface Check {
  result: 'holds' | 'fails' | 'unknown'
  says: string
}

/** A token could not be read; the message is a sentence for the reader. */
export interface Unreadable {
  wrong: string
}

const errorCode = (error: unknown) => (error as { code?: string }).code

async function checkSignature(
  token: string,
  header: Record<string, unknown>,
  keys: Expected['keys'],
): Promise<Check> {
  const { alg, kid } = header
  if (alg === 'none')
    return {
      result: 'fails',
      says: 'The token has no signature: its header says “none”. Anyone could have written it.',
    }
  if (!keys)
    return {
      result: 'unknown',
      says: 'This walk has not loaded the provider’s keys, so this page cannot check the signature.',
    }
  if (!globalThis.crypto?.subtle)
    return {
      result: 'unknown',
      says: 'Browsers check signatures only over HTTPS or on localhost, so this page cannot check it.',
    }
  const named = typeof kid === 'string' ? `key “${kid}”` : 'the only key that fits'
  try {
    // Times are judged apart from it, so that a token that is over is still seen to be signed.
    await jwtVerify(token, createLocalJWKSet(keys as unknown as JSONWebKeySet), {
      currentDate: new Date(0),
      clockTolerance: Number.MAX_SAFE_INTEGER,
    })
    return {
      result: 'holds',
      says: `The signature is valid. Checked with ${named} of the provider (${String(alg)}).`,
    }
  } catch (error) {
    if (errorCode(error) === 'ERR_JWKS_NO_MATCHING_KEY')
      return {
        result: 'fails',
        says: `The provider has not published ${typeof kid === 'string' ? named : `a key for ${String(alg)}`}.`,
      }
    if (errorCode(error) === 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED')
      return {
        result: 'fails',
        says: `The signature does not match ${named}. Someone changed the token, or someone else signed it.`,
      }
    return { result: 'unknown', says: `The signature cannot be checked: ${(error as Error).message}.` }
  }
}

/**
 * Takes a token apart, explains each claim, and checks what can be checked by what else was sent in the walk.
 * @param expected what the claims are compared with
 */
export async function readToken(token: string, expected: Expected): Promise<ReadToken | Unreadable> {
  let header: Record<string, unknown>
  let claims: Record<string, unknown>
  try {
    header = { ...decodeProtectedHeader(token) }
    claims = decodeJwt(token)
  } catch {
    return {
      wrong:
        'This is not a complete token. A token has three parts separated by dots, and the first two are JSON in base64url.',
    }
  }
  return {
    header,
    claims: claimsOf(claims, expected),
    signature: await checkSignature(token, header, expected.keys),
  }
}
