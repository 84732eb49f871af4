import { z } from 'zod'
import { NOT_REACHED, type Outgoing, OutgoingError } from '../sso/outgoing.ts'
import { subject } from './rule.ts'

const rule = subject('discovery')

const SUFFIX = '/.well-known/openid-configuration'
const LONGEST = 2000

const web = z.url({ protocol: /^https?$/ })

/** What the relying party needs; the rest is kept unchanged. */
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

export const readDiscoveryUrl = rule(
  {
    says: 'The Discovery url is the address of the provider’s metadata, or of the provider itself.',
    clauses: ['Documentation configure-sso-oidc.6', 'OpenID Connect Discovery 1.0 4'],
    tests: ['actions/sso-settings.test.ts'],
  },
  /** Answers the address of the metadata, or what is wrong with the typed one. */
  (typed: string): { discoveryUrl: string } | { wrong: string } => {
    const text = typed.trim()
    if (text === '') return { wrong: 'Enter the address of the provider as its Discovery url' }
    const url = URL.canParse(text) && text.length <= LONGEST ? new URL(text) : undefined
    if (
      !url ||
      !/^https?:$/.test(url.protocol) ||
      url.hostname === '' ||
      url.username ||
      url.password ||
      url.hash
    )
      return { wrong: `Enter a whole address, such as https://login.example.com${SUFFIX}` }
    const bare = text.replace(/\/$/, '')
    return { discoveryUrl: url.pathname.endsWith(SUFFIX) ? text : `${bare}${SUFFIX}` }
  },
)

export const fetchDiscovery = rule(
  {
    says: 'The provider’s metadata are fetched from that address, with limits on time and size, and have what OpenID Connect requires.',
    clauses: ['OpenID Connect Discovery 1.0 3', 'OpenID Connect Discovery 1.0 4.2'],
    tests: ['actions/sso-settings.test.ts'],
  },
  /** Answers the metadata, or what is wrong with the address. */
  async (
    discoveryUrl: string,
    outgoing: Outgoing,
  ): Promise<{ metadata: ProviderMetadata } | { wrong: string }> => {
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
      return { wrong: NOT_REACHED }
    }
  },
)

export const checkIssuer = rule(
  {
    says: 'The issuer in the metadata is exactly the address that they came from. Entra’s address for any directory, /common, has a placeholder there and never passes.',
    clauses: ['OpenID Connect Discovery 1.0 4.3', 'ASVS 5.0 10.5.3'],
    tests: ['actions/sso-settings.test.ts'],
  },
  /** Answers what is wrong. */
  ({ discoveryUrl, issuer }: { discoveryUrl: string; issuer: string }): string | undefined => {
    const expected = discoveryUrl.slice(0, discoveryUrl.lastIndexOf(SUFFIX))
    if (issuer === expected) return undefined
    return issuer.includes('{tenantid}')
      ? 'The issuer there is shared by all directories. Add the Directory (tenant) ID, or use the address of your own directory'
      : 'The issuer in the document there doesn’t match this address, so it isn’t this provider’s own'
  },
)
