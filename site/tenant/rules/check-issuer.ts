const SUFFIX = '/.well-known/openid-configuration'

/**
 * OpenID Connect Discovery 1.0 section 4.3, ASVS 5.0 10.5.3: the issuer that the metadata name must be exactly the address
 * they were fetched from. Entra’s `/common` names a template and so never passes. Answers what is wrong.
 */
export function checkIssuer({
  discoveryUrl,
  issuer,
}: {
  discoveryUrl: string
  issuer: string
}): string | undefined {
  const expected = discoveryUrl.slice(0, discoveryUrl.lastIndexOf(SUFFIX))
  if (issuer === expected) return undefined
  return issuer.includes('{tenantid}')
    ? 'The issuer there stands for any directory. Add the Directory (tenant) ID, or use the address of your own directory'
    : 'The document there names another issuer than this address, so it isn’t this provider’s own'
}
