import { createServer } from 'node:http'
import {
  type MockIdp,
  makeApplication,
  makeDirectory,
  makeSecret,
  makeUser,
  startMockIdp,
} from '@doorstep/mock-idp'
import { OAuth2Server } from 'oauth2-mock-server'
import Provider from 'oidc-provider'
import { listen } from '../../../mock-idp/http/listen.ts'
import { makeSigningKey, type SigningAlg } from '../../../mock-idp/keys/signing-key.ts'

/** One server under measurement, and the client that it knows. */
export interface Served {
  issuer: string
  clientId: string
  clientSecret: string
  /** What its authorization requests say besides, so that a login has two pages at each that has pages. */
  params?: Record<string, string>
  pages: 0 | 2
}

export const redirectUri = 'https://client.example/callback'
export const person = { name: 'user@bench.example', password: 'password' }
const clientId = 'bench'
const clientSecret = 'a-client-secret-for-the-benchmark-only'

/** oidc-provider as it comes: default memory store, its own development pages for the interaction. */
async function bareProvider(alg: SigningAlg): Promise<Served> {
  const server = createServer()
  const issuer = `http://localhost:${await listen(server)}`
  const provider = new Provider(issuer, {
    jwks: { keys: [await makeSigningKey(alg)] },
    cookies: { keys: ['a cookie key of the benchmark'] },
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        id_token_signed_response_alg: alg,
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
  })
  server.on('request', provider.callback())
  return { issuer, clientId, clientSecret, pages: 2 }
}

/** How far our clock is ahead, in ms. */
let ahead = 0
export const passTime = (ms: number) => {
  ahead += ms
}

let running: MockIdp | undefined
export const resetProvider = () => running?.reset()

/** At the tenant the pages are password and "Stay signed in?", at the generic provider sign-in and consent, as at the bare one. */
async function ours(kind: 'entra' | 'oidc', alg: SigningAlg): Promise<Served> {
  const directory = makeDirectory({
    kind,
    displayName: 'Bench',
    domains: ['bench.example'],
    ...(kind === 'oidc' && { id: 'bench' }),
    users: [makeUser({ userPrincipalName: person.name, password: person.password })],
    applications: [
      makeApplication({
        displayName: 'Bench',
        appId: clientId,
        consentedForAll: true,
        idTokenSigningAlg: alg,
        passwordCredentials: [makeSecret(Date.now(), { secretText: clientSecret, days: 36_500 })],
        web: { redirectUris: [redirectUri] },
      }),
    ],
  })
  const idp = await startMockIdp({ directories: [directory], clock: () => Date.now() + ahead })
  running = idp
  const params: Record<string, string> =
    kind === 'entra' ? { login_hint: person.name } : { prompt: 'consent' }
  return { issuer: idp.issuer(directory), clientId, clientSecret, params, pages: 2 }
}

async function mockServer(alg: SigningAlg): Promise<Served> {
  const server = new OAuth2Server()
  await server.issuer.keys.generate(alg)
  await server.start(0, 'localhost')
  return { issuer: server.issuer.url ?? '', clientId, clientSecret, pages: 0 }
}

/** Everyone who is measured, by name; each starts in a separate process. */
export const contestants = {
  'ours, OpenID provider, RS256': () => ours('oidc', 'RS256'),
  'ours, Entra tenant, RS256': () => ours('entra', 'RS256'),
  'bare oidc-provider, RS256': () => bareProvider('RS256'),
  'oauth2-mock-server, RS256': () => mockServer('RS256'),
  'ours, OpenID provider, ES256': () => ours('oidc', 'ES256'),
  'bare oidc-provider, ES256': () => bareProvider('ES256'),
  'oauth2-mock-server, ES256': () => mockServer('ES256'),
} satisfies Record<string, () => Promise<Served>>

export type ContestantName = keyof typeof contestants
