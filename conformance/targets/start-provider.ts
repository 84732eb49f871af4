import { makeApplication, makeDirectory, startMockIdp } from '../../mock-idp/index.ts'
import type { Provider } from './target.ts'

/** A port on which nobody listens: tcpmux, of 1988 (RFC 1078). */
const NOBODY = 'http://localhost:1'

const discoveryOf = (issuer: string) => `${issuer}/.well-known/openid-configuration`

/** Starts an identity provider for the bundled tenant on a free port, with an application for SSO. */
export async function startProvider() {
  const directory = makeDirectory({ kind: 'oidc', id: 'harbour', displayName: 'Harbour' })
  const application = makeApplication({ displayName: '1Secure' })
  directory.applications.push(application)
  const idp = await startMockIdp({ directories: [directory] })
  const provider: Provider = {
    clientId: application.appId,
    discoveryUrl: discoveryOf(idp.issuer(directory)),
    deadUrl: discoveryOf(NOBODY),
    otherIssuerUrl: discoveryOf(idp.issuer(directory, { misbehaviour: 'discovery-issuer-mismatch' })),
  }
  return { url: idp.url, origins: [idp.url, NOBODY], provider, close: () => idp.close() }
}
