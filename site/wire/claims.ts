import { asDate, fromThen } from './times.ts'
import type { Check } from './token.ts'

/** What the walk has shown of the log-in that a token belongs to; what was not seen is absent. */
export interface Expected {
  /** From the discovery document. */
  issuer?: string | undefined
  /** From the authorization request. */
  clientId?: string | undefined
  nonce?: string | undefined
  /** JSON Web Keys, from the key set. */
  keys?: { keys: readonly Readonly<Record<string, unknown>>[] } | undefined
  /** When the token was sent, in seconds since 1970. */
  at: number
}

/** A claim, what it means, and whether it is as it must be. */
export interface Claim {
  name: string
  value: string
  means: string
  check?: Check | undefined
}

const means: Readonly<Record<string, string>> = {
  iss: 'Issuer: the provider that created the token.',
  aud: 'Audience: the application that the token is for.',
  sub: 'Subject: the person’s identifier, which the provider never gives to anyone else.',
  exp: 'Expiry: after this time the token is not valid.',
  iat: 'Issued at: when the provider created the token.',
  nbf: 'Not before: the token is not valid before this time.',
  auth_time: 'When the person signed in at the provider.',
  nonce: 'The random value from the authorization request.',
  azp: 'Authorized party: the client that asked for the token, if there are several audiences.',
  at_hash: 'The first half of the access token’s hash. It proves that both tokens belong together.',
  c_hash: 'The first half of the code’s hash. It proves that code and token belong together.',
  amr: 'How the person proved who they are.',
  acr: 'How strong that proof is.',
  sid: 'The session at the provider. A logout token refers to it.',
  jti: 'The token’s identifier. A recipient can use it to accept the token only once.',
  name: 'The person’s name.',
  email: 'The person’s email address, as the provider knows it. It does not identify an account.',
  email_verified: 'Whether the provider has verified the address.',
  preferred_username:
    'The name that the person signs in with. It can change, so it does not identify the person.',
  tid: 'The person’s Entra tenant.',
  oid: 'The person’s identifier in that Entra tenant, the same for every application.',
  ver: 'Version of the token.',
  events: 'The event that a logout token reports.',
}

const same = (is: unknown, wanted: string | undefined, what: string, from: string): Check => {
  if (wanted === undefined) return { result: 'unknown', says: `The ${what} does not appear in this walk.` }
  return is === wanted
    ? { result: 'holds', says: `Matches the ${what} ${from}.` }
    : { result: 'fails', says: `Must match the ${what} ${from}: ${wanted}` }
}

function audience(value: unknown, clientId: string | undefined): Check {
  const all = [value].flat()
  if (clientId === undefined) return same(value, undefined, 'client ID', '')
  if (!all.includes(clientId))
    return { result: 'fails', says: `Must name the client ID of the product: ${clientId}` }
  return all.length === 1
    ? { result: 'holds', says: 'Names the client ID of the product only.' }
    : { result: 'unknown', says: 'Names the product and others, so “azp” must name the product.' }
}

/** Clocks are never quite the same; in seconds. */
const TOLERANCE = 30

function time(name: string, value: unknown, at: number): Check {
  if (typeof value !== 'number') return { result: 'fails', says: 'Must be a number: seconds since 1970.' }
  const when = `${asDate(value)}, ${fromThen(value, at)}.`
  const isRight = name === 'exp' ? value > at - TOLERANCE : value <= at + TOLERANCE
  return {
    result: isRight ? 'holds' : 'fails',
    says: isRight ? when : `${when} That is ${name === 'exp' ? 'in the past' : 'in the future'}.`,
  }
}

function checkOf(name: string, value: unknown, expected: Expected): Check | undefined {
  switch (name) {
    case 'iss':
      return same(value, expected.issuer, 'issuer', 'in the discovery document')
    case 'aud':
      return audience(value, expected.clientId)
    case 'nonce':
      return same(value, expected.nonce, 'nonce', 'that was sent')
    case 'azp':
      return same(value, expected.clientId, 'client ID', 'of the product')
    case 'exp':
    case 'iat':
    case 'nbf':
    case 'auth_time':
      return time(name, value, expected.at)
    default:
      return undefined
  }
}

const required = ['iss', 'aud', 'sub', 'exp', 'iat']

/** Each claim with its meaning and check; the required ones that are missing as well (OpenID Connect Core 1.0 section 2). */
export function claimsOf(claims: Readonly<Record<string, unknown>>, expected: Expected): Claim[] {
  const wanted = [...required, ...(expected.nonce === undefined ? [] : ['nonce'])]
  const missing = wanted.filter((name) => claims[name] === undefined)
  const isChecked = ({ check }: Claim) => Number(check === undefined)
  const all = [
    ...Object.entries(claims).map(
      ([name, value]): Claim => ({
        name,
        value: typeof value === 'string' ? value : JSON.stringify(value),
        means: (Object.hasOwn(means, name) && means[name]) || 'A claim that this provider adds.',
        check: checkOf(name, value, expected),
      }),
    ),
    ...missing.map(
      (name): Claim => ({
        name,
        value: '',
        means: means[name] ?? '',
        check: { result: 'fails', says: 'Missing. An ID token must have this claim.' },
      }),
    ),
  ]
  // Those that are checked come first.
  return all.toSorted((a, b) => isChecked(a) - isChecked(b))
}
