import { z } from 'zod'
import { type Outgoing, OutgoingError } from '../sso/outgoing.ts'

const web = z.url({ protocol: /^https?$/ })

/** OpenID Connect Discovery 1.0 section 3: what the relying party needs of it; the rest is kept as it is. */
const metadata = z
  .object({
    issuer: z.string().min(1),
    authorization_endpoint: web,
    token_endpoint: web.optional(),
    userinfo_endpoint: web.optional(),
    end_session_endpoint: web.optional(),
    jwks_uri: web,
  })
  .catchall(z.json())

export type ProviderMetadata = z.infer<typeof metadata>

/**
 * OpenID Connect Discovery 1.0 section 4.2: fetches the metadata; the way out limits time and size. Answers
 * them, or what is wrong with the address.
 */
export async function fetchDiscovery(
  discoveryUrl: string,
  outgoing: Outgoing,
): Promise<{ metadata: ProviderMetadata } | { wrong: string }> {
  try {
    const answer = await outgoing(discoveryUrl, { headers: { accept: 'application/json' } })
    const parsed = answer.ok ? metadata.safeParse(await answer.json()) : undefined
    return parsed?.success
      ? { metadata: parsed.data }
      : { wrong: 'We reach this address, but no OpenID provider answers there' }
  } catch (error) {
    if (error instanceof OutgoingError && error.code === 'refused') return { wrong: error.message }
    if (error instanceof SyntaxError)
      return { wrong: 'We reach this address, but what it answers is no OpenID metadata' }
    return { wrong: 'We can’t reach a provider at this address. Is it spelled right, and does it answer?' }
  }
}
