/** A person who can sign in. `id` is the object id; `password` is plain, because test data is meant to be read. */
export interface User {
  id: string
  userPrincipalName: string
  displayName: string
  password: string
  givenName?: string
  surname?: string
  /** Kept for those who read it back; nothing goes by it. */
  mailNickname?: string
  /** The e-mail address; a user without a mailbox has none, and then no `email` claim either. */
  mail?: string
  accountEnabled: boolean
  /** Whether the user may open the admin center and write through the Graph-shaped API. */
  administrator: boolean
  /** Further claims, taken into the ID token and the userinfo answer as they are. */
  claims?: Record<string, unknown>
}

/** One client secret. `secretText` is the value that counts; `keyId` is the "Secret ID" next to it. */
export interface PasswordCredential {
  keyId: string
  displayName: string
  /** The first three characters of the value: all that is shown after creation. */
  hint: string
  secretText: string
  startDateTime: string
  endDateTime: string
}

/** Users who belong together. */
export interface Group {
  id: string
  displayName: string
  /** Kept for those who read it back, like the nickname: nothing goes by it. */
  description?: string
  mailNickname?: string
  memberIds: string[]
}

/** How long things last, in seconds of simulated time. What is left out lasts as long as at the real service. */
export interface Lifetimes {
  accessToken?: number
  idToken?: number
  refreshToken?: number
  authorizationCode?: number
  session?: number
}

export const signInAudiences = [
  'AzureADMyOrg',
  'AzureADMultipleOrgs',
  'AzureADandPersonalMicrosoftAccount',
  'PersonalMicrosoftAccount',
] as const
export type SignInAudience = (typeof signInAudiences)[number]

export const platforms = ['web', 'spa', 'publicClient'] as const
export type Platform = (typeof platforms)[number]

/** An application registration, in the shape of Microsoft Graph's `application`, plus what a generic provider keeps. */
export interface Application {
  id: string
  appId: string
  displayName: string
  createdDateTime: string
  signInAudience: SignInAudience
  web: {
    redirectUris: string[]
    logoutUrl?: string
    implicitGrantSettings: { enableIdTokenIssuance: boolean; enableAccessTokenIssuance: boolean }
  }
  spa: { redirectUris: string[] }
  publicClient: { redirectUris: string[] }
  passwordCredentials: PasswordCredential[]
  /** Certificates (PEM) whose keys sign the application's assertions. */
  certificates?: string[]
  /** Only users in `assignedUserIds` may sign in (AADSTS50105 for the others). */
  assignmentRequired: boolean
  assignedUserIds: string[]
  /** Whether an administrator has consented for everyone; otherwise each user is asked once. */
  consentedForAll: boolean
  consentedUserIds: string[]
  postLogoutRedirectUris: string[]
  backchannelLogoutUri?: string
  /** As an API: the names under which clients ask for it; its client id is always one. */
  identifierUris: string[]
  /** As an API: what clients may ask for in the name of a user (`scp` of its access tokens). */
  scopes: string[]
  /** Roles of this application: the values that `roles` may have. */
  appRoles: string[]
  /** Assigned roles: values by the id of a user or group. */
  roleAssignments: Record<string, string[]>
  /** What this application may do on its own: roles by the client id or an identifier URI of an API. */
  permissions: Record<string, string[]>
  /**
   * As an API of a tenant: the version of its access tokens. Otherwise it is that of the endpoint that gives them.
   */
  accessTokenVersion?: 1 | 2
  /** Whether its tokens name the groups of the user (`groups`). */
  groupClaims: boolean
  /**
   * At a generic provider: whether access tokens are JWTs also where no API was named, for clients that read them.
   */
  accessTokens?: 'jwt' | 'opaque'
  idTokenSigningAlg: 'RS256' | 'ES256'
}

/** One tenant (`entra`) or one OpenID provider (`oidc`): the unit that has an issuer. */
export interface Directory {
  kind: 'entra' | 'oidc'
  /** Entra: the tenant id, a GUID. Generic: a short name for the address. */
  id: string
  displayName: string
  /** Domains whose e-mail addresses belong here; the first one is the default. */
  domains: string[]
  /** Directories with the same realm share `/common`; each sandbox has its own realm. */
  realm: string
  users: User[]
  groups: Group[]
  applications: Application[]
  lifetimes?: Lifetimes
  /** The bearer token that the Graph-shaped API accepts for everything in this directory. */
  managementToken: string
  /**
   * For how long a refresh token may be used again after its first use; 0: a second use takes back everything that was
   * issued from it (RFC 9700 section 4.14). A tenant takes nothing back, as at Entra; a generic provider after 30
   * seconds, unless this says otherwise.
   */
  refreshTokenReuseSeconds?: number
  /** At a generic provider: whether clients may register themselves (RFC 7591). */
  registration?: boolean
  /** How often a device may ask whether its user has signed in, in seconds; 5 if this says nothing. */
  devicePollSeconds?: number
  /** The misbehaviour in force on every address of this directory. */
  misbehaviour?: string
  /** How far this directory's time is ahead of the provider's, in ms. */
  clockOffset?: number
  /** Whether a tenant's keys were rotated, so that it no longer shares those of the others. */
  hasOwnKeys?: boolean
  /**
   * What the directory was made from, in a configuration. One that is kept from an earlier start is replaced only if this has
   * changed.
   */
  revision?: string
  /** Texts of the program that made the directory; the provider only keeps them. */
  metadata?: Record<string, string>
}
