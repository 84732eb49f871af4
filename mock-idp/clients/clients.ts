import type { MockIdp } from '../index.ts'
import type { Misbehaviour } from '../misbehaviours/types.ts'
import { type Fixture, redirectUri, user } from './fixture.ts'
import { authCore, authCoreEntra } from './runners/auth-core.ts'
import { msalNode } from './runners/msal-node.ts'
import { oidcClientTs } from './runners/oidc-client-ts.ts'
import { openidClient } from './runners/openid-client.ts'
import type { Outcome, Runner } from './runners/outcome.ts'

export interface Client {
  name: string
  run: Runner
  /** The kind of provider it is tried at. */
  kind: 'entra' | 'oidc'
  /** Whether it insists on https. */
  secure: boolean
  refreshes: boolean
}

/** The clients of the table, in its order. */
export const clients: readonly Client[] = [
  { name: 'openid-client 6', run: openidClient, kind: 'oidc', secure: false, refreshes: true },
  { name: '@auth/core oidc', run: authCore, kind: 'oidc', secure: false, refreshes: false },
  { name: '@auth/core entra', run: authCoreEntra, kind: 'entra', secure: true, refreshes: false },
  { name: 'msal-node 7', run: msalNode, kind: 'entra', secure: true, refreshes: true },
  { name: 'oidc-client-ts 3', run: oidcClientTs, kind: 'oidc', secure: false, refreshes: true },
]

/** What is written down about a client and a misbehaviour: `accepted`, `step: reason`, or a dash where it isn't tried. */
const asText = (outcome: Outcome): string =>
  outcome.accepted ? 'accepted' : `${outcome.step}: ${outcome.reason}`

/** Tries one client at one misbehaviour. Logouts are between provider and application: no client library is tried there. */
export async function tryClient(
  client: Client,
  { id, seenAt }: Misbehaviour,
  idp: MockIdp,
  fixtures: Record<'entra' | 'oidc', Fixture>,
): Promise<string> {
  if (seenAt === 'logout' || (seenAt === 'refresh' && !client.refreshes)) return '–'
  const { directory, application, secret } = fixtures[client.kind]
  const outcome = await client.run({
    issuer: idp.issuer(directory, { secure: client.secure, misbehaviour: id }),
    clientId: application.appId,
    clientSecret: secret,
    redirectUri,
    person: user,
    refresh: seenAt === 'refresh',
  })
  return asText(outcome)
}
