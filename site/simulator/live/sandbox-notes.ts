import type { Sandbox } from './sandbox.ts'

/** Misbehaviours of a provider whose document names another issuer. */
const namingAnother = ['discovery-issuer-mismatch', 'impersonated-issuer']

/** The values of a sandbox that a pack may ask for by name. */
export function notesOf({ provider }: Sandbox, misbehaviour: string): Readonly<Record<string, string>> {
  const { entra, oidc, password } = provider
  const discoveryUrl = misbehaviour ? oidc.misbehavingUrl.replace('{id}', misbehaviour) : oidc.discoveryUrl
  return {
    clientId: provider.clientId,
    clientSecret: provider.clientSecret,
    tenantId: entra.tenantId,
    discoveryUrl,
    otherIssuerUrl: namingAnother.includes(misbehaviour) ? discoveryUrl : oidc.otherIssuerUrl,
    deadUrl: oidc.deadUrl,
    redirectUri: provider.redirectUri,
    colleague: provider.colleague,
    stranger: provider.stranger,
    strangerPassword: password,
    providerUser: provider.user,
    providerPassword: password,
    administrator: entra.administrator,
    administratorPassword: password,
  }
}
