/** The flows that the bundled tenant can be walked through. */
const flows = [
  'activate-account',
  'log-in',
  'reset-password',
  'add-users',
  'configure-sso-entra',
  'configure-sso-oidc',
]

/** What the pages are told about the live parties, at `/live.json`. */
export interface Live {
  /** Origin of the tenant. */
  tenant: string
  flows: string[]
  /** Address of a discovery document of the bundled provider, and of one that names another issuer than its own. */
  discovery: string
  otherIssuer: string
}

const document = '.well-known/openid-configuration'

/** @param tenant origin of the tenant; `provider` that of the bundled identity provider */
export function describeLive({ tenant, provider }: { tenant: string; provider: string }): Live {
  return {
    tenant,
    flows,
    discovery: `${provider}/oidc/mill-street/${document}`,
    otherIssuer: `${provider}/oidc/mill-street~discovery-issuer-mismatch/${document}`,
  }
}
