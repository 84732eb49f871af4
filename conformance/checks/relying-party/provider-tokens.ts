/** A JSON Web Token, or what calls itself a token. */
const TOKEN =
  /(?<jwt>eyJ[\w-]{10,}\.(?<payload>eyJ[\w-]{10,})\.[\w-]*)|(?:access|refresh|id)_token["'=:\s]+(?<named>(?!eyJ)[\w.-]{16,})/g

/** Who the two parties are: the session of a product may be a token, too. */
export interface Parties {
  /** Where the provider is. */
  provider: string
  /** What opens the session of the product. */
  own: readonly string[]
}

/** The first token of the provider in a text: a JSON Web Token that it has issued, or one by name that is not the product’s own. */
export function providerTokenIn(text: string, { provider, own }: Parties): string | undefined {
  for (const { groups = {} } of text.matchAll(TOKEN)) {
    const { jwt, payload, named } = groups
    if (jwt && own.includes(jwt)) continue
    if (jwt && payload && isOf(provider, payload)) return jwt
    if (named && !own.includes(named)) return named
  }
  return undefined
}

function isOf(provider: string, payload: string): boolean {
  try {
    const { iss } = JSON.parse(Buffer.from(payload, 'base64url').toString())
    // A token that names nobody is nobody else’s.
    return typeof iss === 'string' && URL.canParse(iss) && new URL(iss).origin === provider
  } catch {
    return false
  }
}
