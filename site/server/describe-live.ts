import { misbehaviours } from '../../mock-idp/index.ts'

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
  /** The same document where the provider misbehaves; `{id}` stands for one of `misbehaviours`. */
  misbehaving: string
  misbehaviours: Misbehaviour[]
}

/** One way of the provider to do it wrong, for the desk to choose. */
export interface Misbehaviour {
  id: string
  breaks: string
  clause: string
  goodClient: string
}

const document = '.well-known/openid-configuration'

/** @param tenant origin of the tenant; `provider` that of the bundled identity provider */
export function describeLive({ tenant, provider }: { tenant: string; provider: string }): Live {
  return {
    tenant,
    flows,
    discovery: `${provider}/oidc/mill-street/${document}`,
    otherIssuer: `${provider}/oidc/mill-street~discovery-issuer-mismatch/${document}`,
    misbehaving: `${provider}/oidc/mill-street~{id}/${document}`,
    misbehaviours: misbehaviours.map(({ id, breaks, clause, goodClient }) => ({
      id,
      breaks,
      clause,
      goodClient,
    })),
  }
}
