import type { Config } from './schema.ts'

/** After a sign-out the ready client may go to where it came back from, or to its front page. */
const postLogoutRedirectUris = (redirectUris: string[]) => {
  const pages = redirectUris.flatMap((uri) => [uri, new URL(uri).origin, `${new URL(uri).origin}/`])
  // A native application's address has no origin.
  return [...new Set(pages)].filter((uri) => URL.canParse(uri))
}

/**
 * What runs without a configuration file: a tenant and a generic provider, each with a client ready to be used. Nothing is left out,
 * so that a start needs no schema.
 */
export const defaultConfig = (redirectUris: string[]): Config => {
  const application = {
    displayName: 'Test application',
    redirectUris,
    spaRedirectUris: [],
    publicRedirectUris: [],
    secrets: ['test-application-secret'],
    idTokens: true,
    consentedForAll: true,
    roles: {},
    postLogoutRedirectUris: postLogoutRedirectUris(redirectUris),
  }
  const users = (domain: string) => [
    { userPrincipalName: `user@${domain}`, displayName: 'First user', password: 'user-password' },
    {
      userPrincipalName: `admin@${domain}`,
      displayName: 'Administrator',
      password: 'admin-password',
      administrator: true,
    },
  ]
  return {
    directories: [
      {
        kind: 'entra',
        displayName: 'Harbour Lane',
        domains: ['harbourlane.example.com'],
        users: users('harbourlane.example.com'),
        groups: [],
        applications: [{ ...application, signInAudience: 'AzureADMultipleOrgs' }],
      },
      {
        kind: 'oidc',
        id: 'mill-street',
        displayName: 'Mill Street',
        domains: ['millstreet.example.com'],
        users: users('millstreet.example.com'),
        groups: [],
        applications: [application],
      },
    ],
  }
}
