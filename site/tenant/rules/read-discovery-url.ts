const SUFFIX = '/.well-known/openid-configuration'
const MOST = 2000

/**
 * Configure-sso-oidc.6: the address of the provider's metadata, or of the provider itself, below which they lie (OpenID
 * Connect Discovery 1.0 section 4). Answers the address of the metadata, or what is wrong with it.
 */
export function readDiscoveryUrl(typed: string): { discoveryUrl: string } | { wrong: string } {
  const text = typed.trim()
  if (text === '') return { wrong: 'Enter the address of the provider as its Discovery url' }
  const url = URL.canParse(text) && text.length <= MOST ? new URL(text) : undefined
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
}
