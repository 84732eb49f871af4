import { makeApplication, makeDirectory, makeSecret, makeUser } from '../directory/make.ts'
import type { Application, Directory } from '../directory/types.ts'

export const redirectUri = 'http://localhost:9/callback'
/** Where @auth/core, next-auth and better-auth let a provider answer. */
const authRedirectUris = [
  'auth/callback/mock',
  'auth/callback/microsoft-entra-id',
  'api/auth/callback/mock',
  'api/auth/callback/azure-ad',
].map((path) => `http://localhost:9/${path}`)
export const user = { name: 'user@harbour.example', password: 'correct horse battery' }

export interface Fixture {
  directory: Directory
  application: Application
  secret: string
}

/** Where express-openid-connect comes back to, from sign-in and sign-out. */
const expressHome = 'http://localhost'

/** A directory with one user, one administrator, and one web application with a secret. */
export function fixture(
  kind: 'entra' | 'oidc',
  application: Partial<Application> = {},
  id?: string,
): Fixture {
  const credential = makeSecret(Date.now(), { displayName: 'test' })
  const registered = makeApplication({
    displayName: 'Test application',
    consentedForAll: true,
    passwordCredentials: [credential],
    ...application,
    postLogoutRedirectUris: application.postLogoutRedirectUris ?? [
      expressHome,
      `${expressHome}/`,
      redirectUri,
    ],
    web: { redirectUris: [redirectUri, ...authRedirectUris], ...application.web },
  })
  const directory = makeDirectory({
    kind,
    displayName: 'Harbour',
    domains: ['harbour.example'],
    ...(id !== undefined && { id }),
    ...(kind === 'oidc' && id === undefined && { id: 'harbour' }),
    users: [
      makeUser({
        userPrincipalName: user.name,
        mail: user.name,
        displayName: 'Harbour user',
        givenName: 'Harbour',
        surname: 'User',
        password: user.password,
      }),
      makeUser({
        userPrincipalName: 'admin@harbour.example',
        password: 'admin password',
        administrator: true,
      }),
    ],
    applications: [registered],
  })
  return { directory, application: registered, secret: credential.secretText }
}
