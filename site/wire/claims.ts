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
  iss: 'Issuer: who has made the token.',
  aud: 'Audience: for whom it is made.',
  sub: 'Subject: the person, by a name that the provider never gives to someone else.',
  exp: 'Expires: from then on the token is not valid.',
  iat: 'Issued at.',
  nbf: 'Not before: until then the token is not valid.',
  auth_time: 'When the person signed in at the provider.',
  nonce: 'The random value of the authorization request.',
  azp: 'Authorized party: which client asked, where the audience has several.',
  at_hash: 'Half of the hash of the access token that came with it: the two belong together.',
  c_hash: 'Half of the hash of the code that came with it.',
  amr: 'How the person proved who they are.',
  acr: 'How sure the provider is of it.',
  sid: 'The session at the provider, so that a logout can name it.',
  jti: 'The name of the token, so that it is accepted only once.',
  name: 'What the person is called.',
  email: 'The address of the person. The provider states it; it does not identify an account.',
  email_verified: 'Whether the provider has proof of the address.',
  preferred_username: 'What the person signs in with. It may change, so it does not identify the person.',
  tid: 'The Entra tenant of the person.',
  oid: 'The person in that Entra tenant, the same for every application.',
  ver: 'Version of the token.',
  events: 'What has happened, in a logout token.',
}

const same = (is: unknown, wanted: string | undefined, what: string, from: string): Check => {
  if (wanted === undefined) return { result: 'unknown', says: `The ${what} was not sent in this walk.` }
  return is === wanted
    ? { result: 'holds', says: `Equals the ${what} ${from}.` }
    : { result: 'fails', says: `Must equal the ${what} ${from}: ${wanted}` }
}

function audience(value: unknown, clientId: string | undefined): Check {
  const all = [value].flat()
  if (clientId === undefined) return same(value, undefined, 'client ID', '')
  if (!all.includes(clientId))
    return { result: 'fails', says: `Must name the client ID of the product: ${clientId}` }
  return all.length === 1
    ? { result: 'holds', says: 'Names the client ID of the product, and nobody else.' }
    : { result: 'unknown', says: 'Names the product, and others too: then “azp” must name the product.' }
}

/** Clocks are never quite the same; in seconds. */
const TOLERANCE = 30

function time(name: string, value: unknown, at: number): Check {
  if (typeof value !== 'number') return { result: 'fails', says: 'Must be a number: seconds since 1970.' }
  const when = `${asDate(value)}, ${fromThen(value, at)}.`
  const isRight = name === 'exp' ? value > at - TOLERANCE : value <= at + TOLERANCE
  return {
    result: isRight ? 'holds' : 'fails',
    says: isRight ? when : `${when} That is ${name === 'exp' ? 'over' : 'not yet'}.`,
  }
}

function checkOf(name: string, value: unknown, expected: Expected): Check | undefined {
  switch (name) {
    case 'iss':
      return same(value, expected.issuer, 'issuer', 'of the discovery document')
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
        means: (Object.hasOwn(means, name) && means[name]) || 'A claim that the provider has added.',
        check: checkOf(name, value, expected),
      }),
    ),
    ...missing.map(
      (name): Claim => ({
        name,
        value: '',
        means: means[name] ?? '',
        check: { result: 'fails', says: 'It is missing, and an ID token must have it.' },
      }),
    ),
  ]
  // Those that are checked come first.
  return all.toSorted((a, b) => isChecked(a) - isChecked(b))
}
