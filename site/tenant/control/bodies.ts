import { z } from 'zod'

/** What can be true before a flow begins. */
const givens = [
  'invited',
  'link-expired',
  'activated',
  'authenticator-app',
  'security-key',
  'administrator',
  'editor',
  'viewer',
  'cloud-administrator',
] as const

/**
 * A security key that the caller holds and that shall count as enrolled: `id` and `publicKey` are base64url, the latter a
 * COSE key (RFC 9052 section 7; ES256, EdDSA or RS256), `counter` its signature counter.
 */
const credential = z.object({
  id: z.base64url().min(1).max(1400),
  publicKey: z.base64url().min(1).max(4000),
  counter: z.int().nonnegative().default(0),
})

/** Of log-in-sso: SSO is in force with a provider that the caller runs, or with the sandbox's own directory. */
const ssoGivens = ['signed-out', 'signed-in', 'consent-missing', 'not-added'] as const

/** The connection; without a client secret the ID token must come through the browser. */
const sso = z.object({
  method: z.enum(['entra-id', 'openid-connect']),
  issuer: z.url({ protocol: /^https?$/ }),
  clientId: z.string().min(1).max(255),
  clientSecret: z.string().min(1).max(1000).optional(),
})

const ssoArrangement = z.object({ given: z.enum(ssoGivens), sso: sso.optional() })

export type SsoArrangement = z.infer<typeof ssoArrangement>

export const isSso = (wanted: Arrangement): wanted is SsoArrangement =>
  ssoGivens.some((given) => given === wanted.given)

export type Connection = z.infer<typeof sso>

const accountArrangement = z
  .object({ given: z.enum(givens), credential: credential.optional() })
  .refine(({ given, credential }) => given !== 'security-key' || credential !== undefined, {
    path: ['credential'],
    message: 'given "security-key" needs the credential that shall be enrolled: { id, publicKey, counter }',
  })

export type AccountArrangement = z.infer<typeof accountArrangement>

export const arrangement = z.union([ssoArrangement, accountArrangement])

export type Arrangement = z.infer<typeof arrangement>

/** Nothing said: an invitation is mailed. */
export const newSandbox = z.union([
  arrangement,
  z.object({ given: z.undefined().optional() }).transform((): Arrangement => ({ given: 'invited' })),
])

/** A year is more than any documented period. */
const MOST_MS = 366 * 24 * 60 * 60 * 1000

export const clockMove = z.object({ advanceMs: z.int().positive().max(MOST_MS) })

/** `null`: it behaves again. */
export const misbehaving = z.object({ misbehaviour: z.string().max(100).nullable() })

export const eventNumber = z.coerce.number().int().nonnegative()
